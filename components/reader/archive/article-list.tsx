import { useContext } from "react";
import { LanguageContext, useWords } from "@/components/words/use-words";
import type { ArticleItem } from "@/lib/archive/article-item";
import { articlePath } from "@/lib/article-path";
import { formatDate } from "@/lib/format-date";
import { OwnText } from "../own-text";
import styles from "../page.module.css";
import { RatingBar } from "../rating-bar";
import { SignedRating } from "../signed-rating";

/** Published articles, each with how many of its claims have which rating. */
export function ArticleList({ items }: { items: readonly ArticleItem[] }) {
  return (
    <ul className={styles.list}>
      {items.map((item) => (
        <li key={item.slug} className={styles.item}>
          <ArticleEntry item={item} />
        </li>
      ))}
    </ul>
  );
}

function ArticleEntry({ item }: { item: ArticleItem }) {
  const t = useWords("reader");
  const language = useContext(LanguageContext);
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
        <span>
          {t("front.checked", { total: item.claimCount, date: formatDate(item.publishedAt, language) })}
        </span>
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
