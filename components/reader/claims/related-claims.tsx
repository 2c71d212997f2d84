import type { ReactNode } from "react";
import { articlePath } from "@/lib/article-path";
import type { RelatedClaim } from "@/lib/reports/claims/related-claim";
import { OwnText } from "../own-text";
import { SignedRating } from "../signed-rating";
import styles from "./claim-page.module.css";

/** Claims that are connected with the one on this page. */
export function RelatedClaims({
  id,
  title,
  claims,
  slug,
}: {
  /** Of the heading. */
  id: string;
  title: ReactNode;
  claims: readonly RelatedClaim[];
  /** Of the article of this page, which is not named again. */
  slug: string;
}) {
  if (claims.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className={styles.related}>
        {claims.map(({ article, number, statement, rating }) => (
          <li key={`${article.slug} ${number}`}>
            <SignedRating rating={rating} size="small" />
            <p>
              <a href={`${articlePath(article.slug)}/claims/${number}`}>
                <OwnText>{statement}</OwnText>
              </a>
              {article.slug !== slug && (
                <span className={styles.from}>
                  <OwnText>{article.title}</OwnText>
                </span>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
