import { useContext } from "react";
import { rich } from "@/components/words/rich";
import { useReportWords } from "@/components/words/use-report-words";
import { LanguageContext, useWords } from "@/components/words/use-words";
import { articlePath } from "@/lib/article-path";
import type { ContentOf } from "@/lib/document-bundle/document-content";
import { formatDate } from "@/lib/format-date";
import { formatCount } from "@/lib/words/format-count";
import { Document, type DocumentContext } from "../document";
import { OwnText } from "../own-text";
import styles from "../page.module.css";
import { RatingBar } from "../rating-bar";
import { SignedRating } from "../signed-rating";

type Props = ContentOf<"front"> & { context: DocumentContext };

/** The front page: all publications, newest first. */
export function FrontPage({ items, total, nextCursor, isFirst, context }: Props) {
  const t = useWords("reader");
  const language = useContext(LanguageContext);
  return (
    <Document
      head={{
        title: t("site.motto"),
        description: t("front.description"),
        path: isFirst ? "/" : null,
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
          <ul className={styles.list}>
            {items.map((item) => (
              <li key={item.slug} className={styles.item}>
                <PublicationItem item={item} />
              </li>
            ))}
          </ul>
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

function PublicationItem({ item }: { item: Props["items"][number] }) {
  const t = useWords("reader");
  const language = useContext(LanguageContext);
  const { summaryTitle } = useReportWords();
  const countOf = (key: string) => item.counts.find((each) => each.ratingKey === key)?.count ?? 0;
  return (
    <article>
      <h2 className={styles.itemTitle}>
        <a href={articlePath(item.slug)}>
          <OwnText>{item.title}</OwnText>
        </a>
      </h2>
      <p className={styles.meta}>
        {item.publisher && (
          <span>
            <OwnText>{item.publisher}</OwnText>
          </span>
        )}
        {item.articlePublishedOn && (
          <time dateTime={item.articlePublishedOn}>{formatDate(item.articlePublishedOn, language)}</time>
        )}
        <span>{summaryTitle({ summary: { total: item.claimCount, counts: item.counts } })}</span>
      </p>
      <ul className={styles.ratings} aria-label={t("front.ratings")}>
        {item.ratings
          .filter(({ key }) => countOf(key) > 0)
          .map((rating) => (
            <li key={rating.key}>
              <SignedRating rating={rating} size="small" /> {countOf(rating.key)}
            </li>
          ))}
      </ul>
      <RatingBar
        ratings={item.ratings}
        count={new Map(item.counts.map(({ ratingKey, count }) => [ratingKey, count]))}
        total={item.claimCount}
      />
    </article>
  );
}
