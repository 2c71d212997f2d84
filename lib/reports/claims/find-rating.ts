import type { Rating } from "@/lib/ratings/rating";
import type { Report, ReportClaim } from "../report";

/** The rating of a claim. @throws RangeError if the scale of the Report does not have it */
export function findRating(
  { scale }: Pick<Report, "scale">,
  { ratingKey }: Pick<ReportClaim, "ratingKey">,
): Rating {
  const rating = scale.ratings.find(({ key }) => key === ratingKey);
  if (!rating) throw new RangeError(`the report's scale has no rating ${ratingKey}`);
  return rating;
}
