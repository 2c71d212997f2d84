import { assignLanes } from "@/lib/claims/assign-lanes";
import type { Claim } from "@/lib/claims/claim";
import { judgementOf } from "@/lib/manuscripts/outcome-ratings";
import type { Rating } from "@/lib/ratings/rating";
import { words } from "@/lib/words/words";
import type { MarkedSpan } from "./claim-marks";

/**
 * Claims as they are drawn, in the same order. Retired and orphaned claims are not drawn.
 * @param presence what other people are doing at a claim: "Ada is editing"
 */
export function spansOf(
  claims: readonly Claim[],
  ratings: readonly Rating[],
  presence: ReadonlyMap<string, string> = new Map(),
): MarkedSpan[] {
  const t = words("articles");
  const drawn = claims.filter((claim) => claim.state !== "retired" && claim.anchor.outcome !== "orphaned");
  const lanes = assignLanes(
    drawn.map((claim) => ({ id: claim.id, start: claim.anchor.start, end: claim.anchor.end })),
  );
  return drawn.map((claim) => {
    const rating = judgementOf(claim, ratings);
    const { number } = claim;
    const mark = rating ? t("mark.rated", { number, rating: rating.label }) : t("mark.unrated", { number });
    const people = presence.get(claim.id);
    return {
      id: claim.id,
      start: claim.anchor.start,
      end: claim.anchor.end,
      lane: lanes.get(claim.id) ?? 0,
      colour: rating?.colour ?? null,
      underline: rating?.underline ?? null,
      label: people ? t("mark.withPeople", { mark, people }) : mark,
      here: people !== undefined,
    };
  });
}
