import type { Metadata } from "next";
import { CorrectionEntry } from "@/components/reader/correction-entry";
import styles from "@/components/reader/page.module.css";
import { UnpublishedList } from "@/components/reader/unpublished-notice";
import { listPublicCorrections } from "@/lib/db/public-corrections";
import { listUnpublications } from "@/lib/db/public-publications";
import { env } from "@/lib/env";

interface Props {
  searchParams: Promise<{ after?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: "Corrections",
    description: "What was changed in published fact-checks, from what to what, and why.",
    alternates: { canonical: `${env().publicUrl}/corrections` },
  };
}

/** Everything that was changed after readers had seen it, the newest first. */
export default async function CorrectionsPage({ searchParams }: Props) {
  const { after } = await searchParams;
  const cursor = typeof after === "string" ? after : undefined;
  const { items, nextCursor, total } = await listPublicCorrections({ limit: 25, cursor });
  const takenBack = cursor ? [] : await listUnpublications(50);
  return (
    <main id="content" className={styles.page}>
      <div className={styles.column}>
        <h1 className={styles.title}>
          Corrections <span className={styles.count}>{total}</span>
        </h1>
        <p className={styles.hint}>
          When a verdict, its reasons, a quotation or a source changes after it was published, a note says so
          here, at the claim and on the article. What was published before stays readable.
        </p>
        {total === 0 && takenBack.length === 0 && <p>Nothing that was published has been changed so far.</p>}
        <UnpublishedList items={takenBack} />
        <ul className={styles.list}>
          {items.map((correction) => (
            <li key={correction.id} className={styles.item}>
              <CorrectionEntry correction={correction} />
            </li>
          ))}
        </ul>
        {(nextCursor || cursor) && (
          <nav className={styles.pager} aria-label="Pages">
            {cursor ? <a href="/corrections">Newest</a> : <span />}
            {nextCursor && <a href={`/corrections?after=${nextCursor}`}>Older</a>}
          </nav>
        )}
      </div>
    </main>
  );
}
