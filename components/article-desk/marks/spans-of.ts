import type { UnsentClaim } from "@/components/claims/unsent-claims";
import { assignLanes } from "@/lib/claims/assign-lanes";
import type { Claim } from "@/lib/claims/claim";
import { judgementOf } from "@/lib/manuscripts/outcome-ratings";
import type { Rating } from "@/lib/ratings/rating";
import { words } from "@/lib/words/words";
import type { MarkedSpan } from "./claim-marks";
import { unsentMarkId } from "./unsent-spans";

/**
 * Claims as they are drawn, in the same order. Retired and orphaned claims are not drawn.
 * @param presence what other people are doing at a claim: "Ada is editing"
 * @param unsent claims marked in this text that the server does not have yet
 */
export function spansOf(
  claims: readonly Claim[],
  ratings: readonly Rating[],
  presence: ReadonlyMap<string, string> = new Map(),
  unsent: readonly UnsentClaim[] = [],
): MarkedSpan[] {
  const t = words("articles");
  const drawn = claims.filter((claim) => claim.state !== "retired" && claim.anchor.outcome !== "orphaned");
  const lanes = assignLanes([
    ...drawn.map((claim) => ({ id: claim.id, start: claim.anchor.start, end: claim.anchor.end })),
    ...unsent.map(({ key, start, end }) => ({ id: unsentMarkId(key), start, end })),
  ]);
  const sent = drawn.map((claim): MarkedSpan => {
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
  if (unsent.length === 0) return sent;
  const waiting = unsent.map(({ key, start, end, ratingKey }): MarkedSpan => {
    const id = unsentMarkId(key);
    const rating = ratings.find((each) => each.key === ratingKey);
    return {
      ...{ id, start, end },
      lane: lanes.get(id) ?? 0,
      colour: rating?.colour ?? null,
      underline: rating?.underline ?? null,
      label: rating ? t("mark.unsentRated", { rating: rating.label }) : t("mark.unsent"),
      unsent: true,
    };
  });
  return [...sent, ...waiting].sort((a, b) => a.start - b.start);
}
