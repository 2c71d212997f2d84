import { RatingLabel } from "@/components/ratings/rating-label";
import { useWords } from "@/components/words/use-words";
import type { Rating } from "@/lib/ratings/rating";
import styles from "./claim-card.module.css";

/** A claim that only this browser has. */
export interface UnsentClaim {
  /** The key of its form. */
  key: string;
  statement: string;
  exact: string;
  ratingKey: string | null;
}

/** Cards of claims that were marked here and that the server does not have yet. They have no number before that. */
export function UnsentClaims({
  claims,
  ratings,
  hidden,
}: {
  claims: readonly UnsentClaim[];
  ratings: readonly Rating[];
  /** Whether another panel is shown instead. */
  hidden: boolean;
}) {
  const t = useWords("claims");
  if (claims.length === 0) return null;
  return (
    <section aria-label={t("unsent.title")} hidden={hidden}>
      <ul className={styles.unsent}>
        {claims.map(({ key, statement, exact, ratingKey }) => {
          const rating = ratings.find((each) => each.key === ratingKey);
          return (
            <li key={key} className={`${styles.card} rating-hue`} data-colour={rating?.colour}>
              <div className={styles.unsentCard}>
                <span className={styles.line}>
                  {rating ? (
                    <RatingLabel rating={rating} size="small" />
                  ) : (
                    <span className={styles.none}>{t("noVerdict")}</span>
                  )}
                  <strong className={styles.here}>{t("unsent.state")}</strong>
                </span>
                <span className={styles.statement}>{statement}</span>
                {exact !== statement && <span className={styles.meta}>{exact}</span>}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
