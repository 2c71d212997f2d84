import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActivityList } from "@/components/activity/activity-list";
import styles from "@/components/desk/desk-page.module.css";
import { requireActor } from "@/lib/auth/require-actor";
import { words } from "@/lib/words/words";
import { listActivity } from "@/lib/workflows/history/list-activity";

interface Props {
  searchParams: Promise<Partial<Record<"person" | "article" | "kind" | "after", string | string[]>>>;
}

const t = words("history");
const desk = words("desk");

export const metadata: Metadata = { title: t("activity.title") };

const one = (value: string | string[] | undefined) =>
  typeof value === "string" && value !== "" ? value : undefined;

/** Who did what on the desk. */
export default async function ActivityPage({ searchParams }: Props) {
  const actor = await requireActor("/desk/activity");
  const { person, article, kind, after } = await searchParams;
  const filter = { person: one(person), article: one(article), kind: one(kind) };
  const page = await listActivity(actor, {
    personId: filter.person,
    articleId: filter.article,
    kind: filter.kind,
    cursor: one(after),
  });
  if (!page.ok) notFound();
  const { nextCursor } = page.value;
  const pageHref = (cursor?: string) => {
    const query = Object.entries({ ...filter, after: cursor }).filter(([, value]) => value !== undefined);
    return `/desk/activity?${new URLSearchParams(query as [string, string][])}`;
  };
  return (
    <main id="content" className={styles.page}>
      <ActivityList page={page.value} filter={filter} />
      {(nextCursor || after) && (
        <nav className={styles.pager} aria-label={desk("pages.title")}>
          {after ? <a href={pageHref()}>{desk("pages.newest")}</a> : <span />}
          {nextCursor && <a href={pageHref(nextCursor)}>{desk("pages.older")}</a>}
        </nav>
      )}
    </main>
  );
}
