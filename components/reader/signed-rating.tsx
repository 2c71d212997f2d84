import { RatingLabel } from "@/components/ratings/rating-label";
import type { Rating } from "@/lib/ratings/rating";
import { RatingSign } from "./rating-sign";

/** A rating as documents show it: its label with the icon that the page draws once. */
export function SignedRating({
  rating,
  size,
  ...data
}: {
  rating: Rating;
  size?: "small" | "large";
  [attribute: `data-${string}`]: string | undefined;
}) {
  return (
    <RatingLabel rating={rating} {...(size && { size })} icon={<RatingSign name={rating.icon} />} {...data} />
  );
}
