import type { RatingIcon } from "@/lib/ratings/rating";
import { iconStrokes } from "@/lib/ratings/rating-signs";
import styles from "./rating-sign.module.css";

/** The icons of all ratings, drawn once for a page: `RatingSign` shows them. It is not seen itself. */
export function RatingSigns() {
  return (
    <svg className={styles.signs} aria-hidden="true" width="0" height="0">
      {Object.entries(iconStrokes).map(([name, strokes]) => (
        <symbol
          key={name}
          id={`sign-${name}`}
          viewBox="0 0 16 16"
          fill="none"
          stroke="currentColor"
          strokeLinecap="round"
          strokeLinejoin="round"
        >
          {strokes.map(({ d, width, filled }) =>
            filled ? (
              <path key={d} d={d} fill="currentColor" stroke="none" />
            ) : (
              <path key={d} d={d} strokeWidth={width} />
            ),
          )}
        </symbol>
      ))}
    </svg>
  );
}

/**
 * The icon of a rating where a page shows hundreds of them: it refers to the one that `RatingSigns` draws. It has no name
 * and is therefore not read out: the label is always next to it. The style sheet sets its size.
 */
export function RatingSign({ name }: { name: RatingIcon }) {
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: without a name it is left out of the accessibility tree
    <svg>
      <use href={`#sign-${name}`} />
    </svg>
  );
}
