"use client";

import { useState } from "react";
import { useKeyboardInUse } from "@/components/commands/use-keyboard-in-use";
import { RatingLabel } from "@/components/ratings/rating-label";
import { useWords } from "@/components/words/use-words";
import type { Rating } from "@/lib/ratings/rating";
import styles from "./verdict-field.module.css";

/** A choice of ratings as chips with their numbers. The definition of the one under the pointer or the focus is shown below. */
export function VerdictField({
  ratings,
  labels,
  value,
  errors,
  onChange,
  onPick,
}: {
  ratings: readonly Rating[];
  /** Its name and that of the button that clears it; those of a verdict by default. */
  labels?: { legend: string; clear: string };
  value: string | null;
  errors: readonly string[] | undefined;
  onChange: (key: string | null) => void;
  /** A rating was chosen with a mouse: the next thing is the rationale. */
  onPick: () => void;
}) {
  const t = useWords("claims");
  const formWords = useWords("claimForm");
  const hasKeyboard = useKeyboardInUse();
  const [looked, setLooked] = useState<string | null>(null);
  const described = ratings.find(({ key }) => key === (looked ?? value));
  return (
    <fieldset className={styles.field} data-verdict="" data-invalid={errors ? "" : undefined}>
      <legend>{labels?.legend ?? t("verdict")}</legend>
      <div className={styles.ratings}>
        {ratings.map((rating, index) => (
          <label
            key={rating.key}
            className={styles.rating}
            data-chosen={value === rating.key ? "" : undefined}
            onPointerEnter={() => setLooked(rating.key)}
            onPointerLeave={() => setLooked(null)}
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
              onFocus={() => setLooked(rating.key)}
              onBlur={() => setLooked(null)}
              onChange={() => onChange(rating.key)}
              onPointerUp={(event) => event.pointerType === "mouse" && setTimeout(onPick)}
            />
            {index < 9 && (
              <span className={styles.key} aria-hidden="true">
                {index + 1}
              </span>
            )}
            <RatingLabel rating={rating} size="small" />
          </label>
        ))}
      </div>
      <p className={styles.definition} aria-hidden="true">
        {described?.definition ??
          (hasKeyboard && formWords("verdictHint", { count: Math.min(9, ratings.length) }))}
      </p>
      {value !== null && (
        <button type="button" className={styles.clear} onClick={() => onChange(null)}>
          {labels?.clear ?? t("clearVerdict")}
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
