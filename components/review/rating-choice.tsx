import { RatingLabel } from "@/components/ratings/rating-label";
import type { Rating } from "@/lib/ratings/rating";
import styles from "./votes.module.css";

/** Chooses one rating of a scale, as radio buttons: the arrow keys move between them. */
export function RatingChoice({
  legend,
  ratings,
  value,
  error,
  onChange,
}: {
  legend: string;
  ratings: readonly Rating[];
  value: string | null;
  error: string | null;
  onChange: (key: string) => void;
}) {
  return (
    <fieldset className={styles.choice}>
      <legend>{legend}</legend>
      <div className={styles.ratings}>
        {ratings.map((rating, index) => (
          <label
            key={rating.key}
            className={styles.rating}
            data-chosen={value === rating.key ? "" : undefined}
            title={rating.definition}
          >
            <input
              type="radio"
              name="rating"
              value={rating.key}
              checked={value === rating.key}
              // Some browsers stop at every radio button as long as none is checked.
              tabIndex={value === null && index > 0 ? -1 : undefined}
              aria-label={rating.label}
              aria-description={rating.definition}
              onChange={() => onChange(rating.key)}
            />
            <RatingLabel rating={rating} size="small" />
          </label>
        ))}
      </div>
      {error && (
        <p className={styles.error} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}
