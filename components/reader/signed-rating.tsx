import { RatingLabel } from "@/components/ratings/rating-label";
import type { Rating } from "@/lib/ratings/rating";
import { RatingSign } from "./rating-sign";
import { useOwnLanguage } from "./use-own-language";

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
  const own = useOwnLanguage();
  return (
    <RatingLabel
      rating={rating}
      {...(size && { size })}
      icon={<RatingSign name={rating.icon} />}
      {...own(rating.label)}
      {...data}
    />
  );
}
