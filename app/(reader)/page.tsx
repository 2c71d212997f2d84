import type { Metadata } from "next";
import { RatingLabel } from "@/components/ratings/rating-label";
import styles from "@/components/reader/page.module.css";
import { listPublications } from "@/lib/db/public-publications";
import { formatDate } from "@/lib/format-date";
import { formatCount } from "@/lib/words/format-count";

export const metadata: Metadata = { title: { absolute: "Obelus: articles checked claim by claim" } };

/** The front page: all publications, newest first. */
export default async function FrontPage({
  searchParams,
}: {
  searchParams: Promise<{ after?: string | string[] }>;
}) {
  const { after } = await searchParams;
  const { items, nextCursor, total } = await listPublications({
    limit: 20,
    cursor: typeof after === "string" ? after : undefined,
  });
  return (
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
              <article>
                <h2 className={styles.itemTitle}>
                  <a href={`/articles/${item.slug}`}>{item.title}</a>
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
                  {item.ratings.map((rating) => {
                    const count = item.counts.find((each) => each.ratingKey === rating.key)?.count ?? 0;
                    return (
                      count > 0 && (
                        <li key={rating.key}>
                          <RatingLabel rating={rating} size="small" /> {count}
                        </li>
                      )
                    );
                  })}
                </ul>
              </article>
            </li>
          ))}
        </ul>
        {(nextCursor || after) && (
          <nav className={styles.pager} aria-label="Pages">
            {after ? <a href="/">Newest</a> : <span />}
            {nextCursor && <a href={`/?after=${nextCursor}`}>Older</a>}
          </nav>
        )}
      </div>
    </main>
  );
}
