import type { RatingIcon as RatingIconName } from "@/lib/ratings/rating";
import { iconStrokes } from "@/lib/ratings/rating-signs";

/** The icon of a rating, in the colour of the text. It is decorative: the label is always next to it. */
export function RatingIcon({ name, size = 16 }: { name: RatingIconName; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      focusable="false"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {iconStrokes[name].map(({ d, width, filled }) =>
        filled ? (
          <path key={d} d={d} fill="currentColor" stroke="none" />
        ) : (
          <path key={d} d={d} strokeWidth={width} />
        ),
      )}
    </svg>
  );
}
