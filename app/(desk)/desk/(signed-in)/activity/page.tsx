import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActivityList } from "@/components/activity/activity-list";
import styles from "@/components/desk/desk-page.module.css";
import { requireActor } from "@/lib/auth/require-actor";
import { listActivity } from "@/lib/workflows/history/list-activity";

interface Props {
  searchParams: Promise<Partial<Record<"person" | "article" | "kind" | "after", string | string[]>>>;
}

export const metadata: Metadata = { title: "Activity" };

const one = (value: string | string[] | undefined) =>
  typeof value === "string" && value !== "" ? value : undefined;

/** Who did what on the desk. */
export default async function ActivityPage({ searchParams }: Props) {
  const actor = await requireActor("/desk/activity");
  const { person, article, kind, after } = await searchParams;
  const asked = { person: one(person), article: one(article), kind: one(kind) };
  const page = await listActivity(actor, {
    personId: asked.person,
    articleId: asked.article,
    kind: asked.kind,
    cursor: one(after),
  });
  if (!page.ok) notFound();
  const { nextCursor } = page.value;
  const query = (cursor?: string) => {
    const given = Object.entries({ ...asked, after: cursor }).filter(([, value]) => value !== undefined);
    return `/desk/activity?${new URLSearchParams(given as [string, string][])}`;
  };
  return (
    <main id="content" className={styles.page}>
      <ActivityList page={page.value} asked={asked} />
      {(nextCursor || after) && (
        <nav className={styles.pager} aria-label="Pages">
          {after ? <a href={query()}>Newest</a> : <span />}
          {nextCursor && <a href={query(nextCursor)}>Older</a>}
        </nav>
      )}
    </main>
  );
}
