import type { Metadata } from "next";
import { CorrectionEntry } from "@/components/reader/correction-entry";
import styles from "@/components/reader/page.module.css";
import { UnpublishedList } from "@/components/reader/unpublished-notice";
import { listPublicCorrections } from "@/lib/db/public-corrections";
import { listUnpublications } from "@/lib/db/public-publications";
import { env } from "@/lib/env";
import { formatCount } from "@/lib/words/format-count";

interface Props {
  searchParams: Promise<{ after?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: "Corrections",
    description: "Changes to published fact-checks: what changed, and why.",
    alternates: { canonical: `${env().publicUrl}/corrections` },
  };
}

/** All corrections of published fact-checks, newest first. */
export default async function CorrectionsPage({ searchParams }: Props) {
  const { after } = await searchParams;
  const cursor = typeof after === "string" ? after : undefined;
  const { items, nextCursor, total } = await listPublicCorrections({ limit: 25, cursor });
  const unpublications = cursor ? [] : await listUnpublications(50);
  return (
    <main id="content" className={styles.page}>
      <div className={styles.column}>
        <h1 className={styles.title}>
          Corrections <span className={styles.count}>{formatCount(total)}</span>
        </h1>
        <p className={styles.hint}>
          When a verdict, its reasons, a quotation or a source changes after publication, a note appears here,
          at the claim and on the article. Earlier publications stay available.
        </p>
        {total === 0 && unpublications.length === 0 && <p>Nothing published has changed so far.</p>}
        <UnpublishedList items={unpublications} />
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
