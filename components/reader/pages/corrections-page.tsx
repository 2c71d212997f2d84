import { useContext } from "react";
import { LanguageContext, useWords } from "@/components/words/use-words";
import type { ContentOf } from "@/lib/document-bundle/document-content";
import { formatCount } from "@/lib/words/format-count";
import { CorrectionEntry } from "../correction-entry";
import { Document, type DocumentContext } from "../document";
import styles from "../page.module.css";
import { UnpublishedList } from "../unpublished-notice";

type Props = ContentOf<"corrections"> & { context: DocumentContext };

/** All corrections of published fact-checks, newest first. */
export function CorrectionsPage({ items, unpublications, total, nextCursor, isFirst, context }: Props) {
  const t = useWords("reader");
  const language = useContext(LanguageContext);
  return (
    <Document
      head={{
        title: t("corrections.title"),
        description: t("corrections.description"),
        path: isFirst ? "/corrections" : null,
        canonicalPath: "/corrections",
      }}
      context={context}
    >
      <main id="content" className={styles.page}>
        <div className={styles.column}>
          <h1 className={styles.title}>
            {t("corrections.title")}{" "}
            {total > 0 && <span className={styles.count}>{formatCount(total, language)}</span>}
          </h1>
          <p className={styles.hint}>{t("corrections.hint")}</p>
          {total === 0 && unpublications.length === 0 && <p>{t("corrections.empty")}</p>}
          <UnpublishedList items={unpublications} />
          <ul className={styles.list}>
            {items.map((correction) => (
              <li key={correction.id} className={styles.item}>
                <CorrectionEntry correction={correction} />
              </li>
            ))}
          </ul>
          {(nextCursor || !isFirst) && (
            <nav className={styles.pager} aria-label={t("pages.label")}>
              {isFirst ? <span /> : <a href="/corrections">{t("pages.newest")}</a>}
              {nextCursor && <a href={`/corrections?after=${nextCursor}`}>{t("pages.older")}</a>}
            </nav>
          )}
        </div>
      </main>
    </Document>
  );
}
