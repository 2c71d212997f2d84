import { useContext } from "react";
import { rich } from "@/components/words/rich";
import { LanguageContext, useWords } from "@/components/words/use-words";
import { articlePath } from "@/lib/article-path";
import { formatDate } from "@/lib/format-date";
import type { ClaimChange, ClaimHistoryEntry } from "@/lib/reports/claims/claim-history";
import { OwnText } from "../own-text";
import { SignedRating } from "../signed-rating";
import styles from "./claim-page.module.css";

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
  const t = useWords("reader");
  const language = useContext(LanguageContext);
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
                <time dateTime={publishedAt}>{formatDate(publishedAt, language)}</time>
                {publication === shown ? (
                  <span>{t("history.this", { publication: label })}</span>
                ) : (
                  <a href={`${articlePath(slug)}/publications/${publication}/claims/${number}`}>{label}</a>
                )}
              </p>
              <SignedRating rating={rating} size="small" />
              <p className={styles.what}>
                {changes.length === 0
                  ? t("history.same")
                  : changes.map((change) => <Change key={change.kind} change={change} />)}
              </p>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function Change({ change }: { change: ClaimChange }) {
  const t = useWords("reader");
  switch (change.kind) {
    case "rating":
      return <>{rich(t, "history.rating", { from: <OwnText>{change.from.label}</OwnText> })} </>;
    case "statement":
      return (
        <>
          {t("history.statement")} <OwnText>{change.from}</OwnText>{" "}
        </>
      );
    default:
      return `${t(`history.${change.kind}`)} `;
  }
}
