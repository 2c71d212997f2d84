import { isWrong } from "@/lib/ratings/is-wrong";
import type { Report, ReportClaim } from "./report";

/** The claims of a Report that are wrong, the worst first, in the order of the text within a rating. */
export function mostSeriousClaims(report: Report, limit: number): ReportClaim[] {
  const { ratings } = report.scale;
  const rank = new Map(ratings.map(({ key }, index) => [key, index]));
  const wrong = new Set(ratings.filter((rating) => isWrong(rating, ratings)).map(({ key }) => key));
  return report.claims
    .filter(({ ratingKey }) => wrong.has(ratingKey))
    .sort(
      (one, other) =>
        (rank.get(one.ratingKey) ?? 0) - (rank.get(other.ratingKey) ?? 0) || one.start - other.start,
    )
    .slice(0, limit);
}
