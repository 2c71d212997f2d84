import { RatingLabel } from "@/components/ratings/rating-label";
import { formatDate } from "@/lib/format-date";
import type { ClaimChange, ClaimHistoryEntry } from "@/lib/reports/claims/claim-history";
import { words } from "@/lib/words/words";
import styles from "./claim-page.module.css";

const t = words("reader");

/** A claim in each publication of its article: its rating, and what changed. */
export function ClaimHistory({
  slug,
  entries,
  shown,
}: {
  slug: string;
  /** Newest first. */
  entries: readonly ClaimHistoryEntry[];
  /** Number of the publication that the page shows. */
  shown: number;
}) {
  if (entries.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="history-title">
      <h2 id="history-title">{t("history.title")}</h2>
      <ol className={styles.history}>
        {entries.map(({ publication, publishedAt, number, rating, changes }) => {
          const label = t("history.publication", { number: publication });
          return (
            <li key={publication}>
              <p className={styles.when}>
                <time dateTime={publishedAt}>{formatDate(publishedAt)}</time>
                {publication === shown ? (
                  <span>{t("history.this", { publication: label })}</span>
                ) : (
                  <a href={`/articles/${slug}/publications/${publication}#claim-${number}`}>{label}</a>
                )}
              </p>
              <RatingLabel rating={rating} size="small" />
              <p className={styles.what}>
                {changes.length === 0
                  ? t("history.same")
                  : changes.map((change) => (
                      <span key={change.kind} dir="auto">
                        {sentenceOf(change)}{" "}
                      </span>
                    ))}
              </p>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function sentenceOf(change: ClaimChange): string {
  switch (change.kind) {
    case "rating":
      return t("history.rating", { from: change.from.label });
    case "statement":
      return t("history.statement", { from: change.from });
    default:
      return t(`history.${change.kind}`);
  }
}
