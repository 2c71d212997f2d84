import { RatingLabel } from "@/components/ratings/rating-label";
import type { Rating } from "@/lib/ratings/rating";
import { words } from "@/lib/words/words";
import styles from "./scales.module.css";

/** The ratings of a scale with their definitions, read-only. */
export function RatingList({ ratings }: { ratings: readonly Rating[] }) {
  const t = words("settings");
  return (
    <ul className={styles.ratings}>
      {ratings.map((rating) => (
        <li key={rating.key}>
          <p>
            <RatingLabel rating={rating} />
            <span className={styles.quiet}>
              {rating.value === null ? t("rating.unscored") : t("rating.valueIs", { value: rating.value })}
            </span>
          </p>
          <p>{rating.definition}</p>
        </li>
      ))}
    </ul>
  );
}
