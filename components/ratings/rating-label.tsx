import type { ReactNode } from "react";
import type { Rating } from "@/lib/ratings/rating";
import { RatingIcon } from "./rating-icon";
import styles from "./rating-label.module.css";

/**
 * A rating as it appears everywhere: its icon, label and colour together.
 * @param icon the icon, where a page draws it in another way
 */
export function RatingLabel({
  rating,
  size = "medium",
  icon,
  ...data
}: {
  rating: Rating;
  size?: "small" | "medium" | "large";
  icon?: ReactNode;
  /** Of the label, where they are not those of the page. */
  lang?: string;
  dir?: "ltr" | "rtl";
  [attribute: `data-${string}`]: string | undefined;
}) {
  return (
    <span
      className={`${styles.label} ${styles[size] ?? ""} rating-hue`}
      data-colour={rating.colour}
      {...data}
    >
      {icon ?? <RatingIcon name={rating.icon} size={size === "large" ? 20 : size === "small" ? 13 : 16} />}
      {rating.label}
    </span>
  );
}
