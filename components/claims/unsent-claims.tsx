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
  versionId: string;
  /** UTF-16 offsets into the text of that version. */
  start: number;
  end: number;
}

/** Cards of claims that were marked here and that the server does not have yet. They have no number before that. */
export function UnsentClaims({
  claims,
  ratings,
  hidden,
  onShow,
}: {
  claims: readonly UnsentClaim[];
  ratings: readonly Rating[];
  /** Whether another panel is shown instead. */
  hidden: boolean;
  /** Shows the passage in the text. */
  onShow: (claim: UnsentClaim) => void;
}) {
  const t = useWords("claims");
  if (claims.length === 0) return null;
  return (
    <section aria-label={t("unsent.title")} hidden={hidden}>
      <ul className={styles.unsent}>
        {claims.map((claim) => {
          const { key, statement, exact, ratingKey } = claim;
          const rating = ratings.find((each) => each.key === ratingKey);
          return (
            <li key={key} className={`${styles.card} rating-hue`} data-colour={rating?.colour}>
              <button
                type="button"
                className={styles.head}
                data-unsent-card={key}
                onClick={() => onShow(claim)}
              >
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
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
