import type { Rating } from "@/lib/ratings/rating";
import { RatingIcon } from "./rating-icon";
import styles from "./rating-label.module.css";

/** A rating as it appears everywhere: its icon, label and colour together. */
export function RatingLabel({
  rating,
  size = "medium",
}: {
  rating: Rating;
  size?: "small" | "medium" | "large";
}) {
  return (
    <span className={`${styles.label} ${styles[size]} rating-hue`} data-colour={rating.colour}>
      <RatingIcon name={rating.icon} size={size === "large" ? 20 : size === "small" ? 13 : 16} />
      {rating.label}
    </span>
  );
}
