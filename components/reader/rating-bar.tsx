import type { Rating } from "@/lib/ratings/rating";
import styles from "./rating-bar.module.css";

/** How large a part of the claims has each rating, as a bar. It is decorative: the counts are next to it. */
export function RatingBar({
  ratings,
  count,
  total,
}: {
  ratings: readonly Rating[];
  count: ReadonlyMap<string, number>;
  total: number;
}) {
  let x = 0;
  return (
    <svg
      className={styles.bar}
      aria-hidden="true"
      focusable="false"
      viewBox={`0 0 ${total || 1} 1`}
      preserveAspectRatio="none"
    >
      {ratings.map(({ key, colour }) => {
        const width = count.get(key) ?? 0;
        const start = x;
        x += width;
        return (
          width > 0 && (
            <rect
              key={key}
              className="rating-hue"
              data-colour={colour}
              x={start}
              y="0"
              width={width}
              height="1"
            />
          )
        );
      })}
    </svg>
  );
}
