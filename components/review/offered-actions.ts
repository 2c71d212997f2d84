import { type Claim, isSigned } from "@/lib/claims/claim";
import { isResolved } from "@/lib/claims/outcome";
import { type Actor, isGuest } from "@/lib/policies/actor";
import { can, type Decision } from "@/lib/policies/can";
import { claimTarget } from "@/lib/policies/claim-target";
import { availableActions, type ReviewActionName } from "@/lib/review/transition";

/** The steps that are offered for a claim, each with whether this person can take it. Authors withdraw their claims, others reopen them. */
export function offeredActions(
  actor: Actor,
  claim: Claim,
): { action: ReviewActionName; decision: Decision }[] {
  const own = claim.createdBy.id === actor.id || claim.lastEditedBy.id === actor.id;
  const target = claimTarget(claim);
  return availableActions({ ...claim, requiredApprovals: claim.voting.required })
    .filter((action) => {
      if (action === "reopen") return isSigned(claim) && !own;
      if (action === "withdraw") return own;
      // Guests vote instead.
      if (action === "approve" && isGuest(actor)) return false;
      // A suggestion or a query is dealt with first.
      if (action === "submit" && claim.purpose === "manuscript") return isResolved(claim.outcome);
      if (action === "return") return !own || isSigned(claim);
      return true;
    })
    .map((action) => ({ action, decision: can(actor, action, "claim", target) }));
}

/** Whether this person can take a step now. */
export function canTake(actor: Actor, claim: Claim, action: ReviewActionName): boolean {
  return offeredActions(actor, claim).some(
    (offered) => offered.action === action && offered.decision.allowed,
  );
}
