import { RatingLabel } from "@/components/ratings/rating-label";
import type { ContentOf } from "@/lib/document-bundle/document-content";
import { formatDate } from "@/lib/format-date";
import { formatCount } from "@/lib/words/format-count";
import { Document, type DocumentContext } from "../document";
import styles from "../page.module.css";
import { RatingBar } from "../rating-bar";

type Props = ContentOf<"front"> & { context: DocumentContext };

/** The front page: all publications, newest first. */
export function FrontPage({ items, total, nextCursor, isFirst, context }: Props) {
  return (
    <Document
      head={{
        title: "Articles checked claim by claim",
        description: "Articles checked claim by claim, with a verdict, reasons and sources for each.",
        path: isFirst ? "/" : null,
      }}
      context={context}
    >
      <main id="content" className={styles.page}>
        <div className={styles.column}>
          <h1 className={styles.title}>Fact-checks</h1>
          {items.length === 0 ? (
            <p className={styles.hint}>
              Nothing has been published yet. Editors import an article at the <a href="/desk">desk</a>, mark
              its claims, and publish it after a second editor has signed off.
            </p>
          ) : (
            <p className={styles.hint}>
              {formatCount(total)} {total === 1 ? "article" : "articles"}, each with its claims marked in the
              text, the verdict on each, the reasons and the sources.
            </p>
          )}
          <ul className={styles.list}>
            {items.map((item) => (
              <li key={item.slug} className={styles.item}>
                <PublicationItem item={item} />
              </li>
            ))}
          </ul>
          {(nextCursor || !isFirst) && (
            <nav className={styles.pager} aria-label="Pages">
              {isFirst ? <span /> : <a href="/">Newest</a>}
              {nextCursor && <a href={`/?after=${nextCursor}`}>Older</a>}
            </nav>
          )}
        </div>
      </main>
    </Document>
  );
}

function PublicationItem({ item }: { item: Props["items"][number] }) {
  const countOf = (key: string) => item.counts.find((each) => each.ratingKey === key)?.count ?? 0;
  return (
    <article>
      <h2 className={styles.itemTitle}>
        <a href={`/articles/${item.slug}`} dir="auto">
          {item.title}
        </a>
      </h2>
      <p className={styles.meta}>
        {item.publisher && <span>{item.publisher}</span>}
        {item.articlePublishedOn && (
          <time dateTime={item.articlePublishedOn}>{formatDate(item.articlePublishedOn)}</time>
        )}
        <span>
          {item.claimCount} {item.claimCount === 1 ? "claim" : "claims"} checked
        </span>
      </p>
      <ul className={styles.ratings} aria-label="Ratings">
        {item.ratings
          .filter(({ key }) => countOf(key) > 0)
          .map((rating) => (
            <li key={rating.key}>
              <RatingLabel rating={rating} size="small" /> {countOf(rating.key)}
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
