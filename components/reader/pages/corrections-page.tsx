import type { ContentOf } from "@/lib/document-bundle/document-content";
import { formatCount } from "@/lib/words/format-count";
import { CorrectionEntry } from "../correction-entry";
import { Document, type DocumentContext } from "../document";
import styles from "../page.module.css";
import { UnpublishedList } from "../unpublished-notice";

type Props = ContentOf<"corrections"> & { context: DocumentContext };

/** All corrections of published fact-checks, newest first. */
export function CorrectionsPage({ items, unpublications, total, nextCursor, isFirst, context }: Props) {
  return (
    <Document
      head={{
        title: "Corrections",
        description: "Changes to published fact-checks: what changed, and why.",
        path: isFirst ? "/corrections" : null,
        canonicalPath: "/corrections",
      }}
      context={context}
    >
      <main id="content" className={styles.page}>
        <div className={styles.column}>
          <h1 className={styles.title}>
            Corrections <span className={styles.count}>{formatCount(total)}</span>
          </h1>
          <p className={styles.hint}>
            When a verdict, its reasons, a quotation or a source changes after publication, a note appears
            here, at the claim and on the article. Earlier publications stay available.
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
          {(nextCursor || !isFirst) && (
            <nav className={styles.pager} aria-label="Pages">
              {isFirst ? <span /> : <a href="/corrections">Newest</a>}
              {nextCursor && <a href={`/corrections?after=${nextCursor}`}>Older</a>}
            </nav>
          )}
        </div>
      </main>
    </Document>
  );
}
