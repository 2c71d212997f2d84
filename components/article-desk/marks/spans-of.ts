import { assignLanes } from "@/lib/claims/assign-lanes";
import type { Claim } from "@/lib/claims/claim";
import type { Rating } from "@/lib/ratings/rating";
import type { MarkedSpan } from "./claim-marks";

/**
 * How claims are drawn, in their order; retired ones, and those that stand nowhere, are not.
 * @param here what others do at a claim
 */
export function spansOf(
  claims: readonly Claim[],
  ratings: readonly Rating[],
  here: ReadonlyMap<string, string> = new Map(),
): MarkedSpan[] {
  const drawn = claims.filter((claim) => claim.state !== "retired" && claim.anchor.outcome !== "orphaned");
  const lanes = assignLanes(
    drawn.map((claim) => ({ id: claim.id, start: claim.anchor.start, end: claim.anchor.end })),
  );
  return drawn.map((claim) => {
    const rating = ratings.find((each) => each.key === claim.verdict?.ratingKey);
    return {
      id: claim.id,
      start: claim.anchor.start,
      end: claim.anchor.end,
      lane: lanes.get(claim.id) ?? 0,
      colour: rating?.colour ?? null,
      underline: rating?.underline ?? null,
      label: [`Claim ${claim.number}, ${rating?.label ?? "no verdict yet"}`, here.get(claim.id)]
        .filter(Boolean)
        .join(". "),
      here: here.has(claim.id),
    };
  });
}
