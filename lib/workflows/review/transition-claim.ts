import { z } from "zod";
import type { Claim } from "@/lib/claims/claim";
import { inTransactionOnce } from "@/lib/db/applied-operations";
import { lockClaim } from "@/lib/db/claims";
import type { Failure } from "@/lib/failure";
import { operationId } from "@/lib/input-fields";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { claimFor } from "@/lib/policies/claim-for";
import { claimTarget } from "@/lib/policies/claim-target";
import { err, ok, type Result } from "@/lib/result";
import { REVIEW_ACTIONS } from "@/lib/review/transition";
import { asResult, notFound, onlyVisible, parseInput } from "@/lib/workflows/refusals";
import { applyTransition } from "./apply-transition";
import { reviewNote } from "./review-note";

const inputSchema = z.object({
  claimId: z.string(),
  revision: z.int(),
  action: z.enum(REVIEW_ACTIONS, "Unknown review action. Reload the page and try again."),
  note: reviewNote,
  operationId,
});

export type TransitionClaimInput = z.input<typeof inputSchema>;

/** Applies a review action to a claim. */
export async function transitionClaim(
  actor: Actor,
  input: TransitionClaimInput,
): Promise<Result<Claim, Failure>> {
  const parsed = parseInput(inputSchema, input);
  if (!parsed.ok) return parsed;
  const { claimId, revision, action, note, operationId: key } = parsed.value;
  const result = await inTransactionOnce(actor.id, key, async (tx) => {
    const claim = await lockClaim(tx, claimId);
    if (!claim || claim.deleted) return notFound("claim");
    const allowed = asResult(can(actor, action, "claim", claimTarget(claim)));
    if (!allowed.ok) return allowed;
    if (claim.revision !== revision)
      return err({
        kind: "stale",
        message: "This claim was changed in the meantime. Review it again, then repeat your action.",
        current: claimFor(actor, claim),
      });
    const taken = await applyTransition(tx, actor, claim, { action, note });
    return taken.ok ? ok(claimFor(actor, taken.value)) : taken;
  });
  return onlyVisible(actor, result, (claim) => claim.articleId);
}
