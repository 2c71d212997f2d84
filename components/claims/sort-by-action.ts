import { type Claim, isSubmitted } from "@/lib/claims/claim";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { claimTarget } from "@/lib/policies/claim-target";
import type { Rating } from "@/lib/ratings/rating";
import type { BatchStep } from "@/lib/review/claim-batch";
import { type ClaimRequirements, missingForReview, reviewContentOf } from "@/lib/review/claim-requirements";
import { transition } from "@/lib/review/transition";
import { words } from "@/lib/words/words";

/** What can be done with several claims at once. */
export type BatchActionName = BatchStep | "tag" | "assign";

/** Claims sorted by whether an action can be applied to them. */
export interface SortedClaims {
  possible: Claim[];
  /** The others, each with the reason. */
  others: { claim: Claim; reason: string }[];
}

/** What decides whether an action is possible. The server decides again. */
export interface BatchRules {
  actor: Actor;
  ratings: readonly Rating[];
  requirements: ClaimRequirements;
}

/** Sorts claims by whether an action can be applied to them now. */
export function sortByAction(
  claims: readonly Claim[],
  action: BatchActionName,
  rules: BatchRules,
): SortedClaims {
  const sorted: SortedClaims = { possible: [], others: [] };
  for (const claim of claims) {
    const reason = refusal(claim, action, rules);
    if (reason === null) sorted.possible.push(claim);
    else sorted.others.push({ claim, reason });
  }
  return sorted;
}

/** Why an action can't be applied to a claim; null if it can. */
function refusal(
  claim: Claim,
  action: BatchActionName,
  { actor, ratings, requirements }: BatchRules,
): string | null {
  const t = words("claims");
  if (action === "assign") return claim.state === "retired" ? t("batch.retired") : null;
  if (action === "tag") {
    if (claim.state === "retired") return t("batch.retired");
    return isSubmitted(claim) ? t("batch.noTag") : null;
  }
  const decision = can(actor, action, "claim", claimTarget(claim));
  if (!decision.allowed) return decision.reason;
  const rating = ratings.find(({ key }) => key === claim.verdict?.ratingKey);
  const outcome = transition(
    {
      state: claim.state,
      excluded: claim.excluded,
      missing: missingForReview(reviewContentOf(claim, rating?.value === null), requirements),
      ratingKey: claim.verdict?.ratingKey ?? null,
      requiredApprovals: claim.voting.required,
      votes: [],
    },
    // The note is asked for once the action is chosen.
    { action, note: t("batch.text.exclude") },
  );
  return outcome.ok ? null : outcome.error.message;
}
