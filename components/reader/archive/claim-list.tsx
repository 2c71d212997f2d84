import { type ReactNode, useContext } from "react";
import { LanguageContext } from "@/components/words/use-words";
import type { PublicClaim } from "@/lib/archive/public-claim";
import { articlePath } from "@/lib/article-path";
import { formatDate } from "@/lib/format-date";
import { OwnText } from "../own-text";
import page from "../page.module.css";
import { SignedRating } from "../signed-rating";
import styles from "./archive.module.css";

/**
 * Claims of several articles, each with its rating, who made it, and where it was checked.
 * @param statement by default as it is published
 * @param isOfOne whether all are by one claimant, who is not named again
 */
export function ClaimList<Claim extends PublicClaim>({
  claims,
  statement = ({ statement: its, language }) => <OwnText known={language}>{its}</OwnText>,
  extra,
  isOfOne = false,
}: {
  claims: readonly Claim[];
  statement?: (claim: Claim) => ReactNode;
  /** What a list says about each beside it. */
  extra?: (claim: Claim) => ReactNode;
  isOfOne?: boolean;
}) {
  const language = useContext(LanguageContext);
  return (
    <ul className={styles.claims}>
      {claims.map((claim) => {
        const { article, claimant, number, rating, publishedAt } = claim;
        const day = publishedAt.slice(0, 10);
        return (
          <li key={`${claim.articleId} ${number}`}>
            <SignedRating rating={rating} size="small" />
            <div>
              <p className={styles.statement}>
                <a href={`${articlePath(article.slug)}/claims/${number}`}>{statement(claim)}</a>
              </p>
              {extra?.(claim)}
              <p className={page.meta}>
                {claimant && !isOfOne && (
                  <span>
                    <OwnText>{claimant.name}</OwnText>
                  </span>
                )}
                {claimant?.role && (
                  <span>
                    <OwnText>{claimant.role}</OwnText>
                  </span>
                )}
                <span>
                  <OwnText known={claim.language}>{article.title}</OwnText>
                </span>
                <time dateTime={day}>{formatDate(day, language)}</time>
              </p>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
