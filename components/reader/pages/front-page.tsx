import { useContext } from "react";
import { rich } from "@/components/words/rich";
import { LanguageContext, useWords } from "@/components/words/use-words";
import type { ContentOf } from "@/lib/document-bundle/document-content";
import { formatCount } from "@/lib/words/format-count";
import { ArticleList } from "../archive/article-list";
import { SearchBox } from "../archive/search-box";
import { Document, type DocumentContext } from "../document";
import styles from "../page.module.css";

type Props = ContentOf<"front"> & { context: DocumentContext };

/** The front page: all publications, newest first. */
export function FrontPage({ items, total, nextCursor, isFirst, context }: Props) {
  const t = useWords("reader");
  const archive = useWords("archive");
  const language = useContext(LanguageContext);
  return (
    <Document
      head={{
        title: t("site.motto"),
        description: t("front.description"),
        path: isFirst ? "/" : null,
        hasSearch: true,
      }}
      context={context}
    >
      <main id="content" className={styles.page}>
        <div className={styles.column}>
          <h1 className={styles.title}>{t("front.title")}</h1>
          {items.length === 0 ? (
            <p className={styles.hint}>
              {rich(t, "front.empty", {
                desk: (chunks) => (
                  <a key="desk" href="/desk">
                    {chunks}
                  </a>
                ),
              })}
            </p>
          ) : (
            <p className={styles.hint}>{t("front.hint", { total, count: formatCount(total, language) })}</p>
          )}
          <SearchBox />
          <p className={styles.links}>
            <a href="/archive">{archive("browse")}</a>
          </p>
          <ArticleList items={items} />
          {(nextCursor || !isFirst) && (
            <nav className={styles.pager} aria-label={t("pages.label")}>
              {isFirst ? <span /> : <a href="/">{t("pages.newest")}</a>}
              {nextCursor && <a href={`/?after=${nextCursor}`}>{t("pages.older")}</a>}
            </nav>
          )}
        </div>
      </main>
    </Document>
  );
}
