import { RatingLabel } from "@/components/ratings/rating-label";
import type { Rating } from "@/lib/ratings/rating";
import styles from "./scales.module.css";

/** The ratings of a scale with what they mean, to be read. */
export function RatingList({ ratings }: { ratings: readonly Rating[] }) {
  return (
    <ul className={styles.ratings}>
      {ratings.map((rating) => (
        <li key={rating.key}>
          <p>
            <RatingLabel rating={rating} />
            <span className={styles.quiet}>
              {rating.value === null ? "outside the numbers" : `value ${rating.value}`}
            </span>
          </p>
          <p>{rating.definition}</p>
        </li>
      ))}
    </ul>
  );
}
