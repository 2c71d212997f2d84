import { RatingLabel } from "@/components/ratings/rating-label";
import { useWords } from "@/components/words/use-words";
import type { Rating } from "@/lib/ratings/rating";
import styles from "./verdict-field.module.css";

/** A choice of ratings, each with its definition. */
export function VerdictField({
  ratings,
  value,
  errors,
  onChange,
}: {
  ratings: readonly Rating[];
  value: string | null;
  errors: readonly string[] | undefined;
  onChange: (key: string | null) => void;
}) {
  const t = useWords("claims");
  return (
    <fieldset className={styles.field}>
      <legend>{t("verdict")}</legend>
      <div className={styles.ratings}>
        {ratings.map((rating) => (
          <label
            key={rating.key}
            className={styles.rating}
            data-chosen={value === rating.key ? "" : undefined}
          >
            <input
              type="radio"
              name="rating"
              value={rating.key}
              checked={value === rating.key}
              aria-label={rating.label}
              aria-description={rating.definition}
              onChange={() => onChange(rating.key)}
            />
            <span>
              <RatingLabel rating={rating} size="small" />
              <span className={styles.definition}>{rating.definition}</span>
            </span>
          </label>
        ))}
      </div>
      {value !== null && (
        <button type="button" className={styles.clear} onClick={() => onChange(null)}>
          {t("clearVerdict")}
        </button>
      )}
      {errors && (
        <p className={styles.error} role="alert">
          {errors.join(" ")}
        </p>
      )}
    </fieldset>
  );
}
