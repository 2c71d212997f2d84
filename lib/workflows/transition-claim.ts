import { z } from "zod";
import type { Claim } from "@/lib/claims/claim";
import { operationId } from "@/lib/claims/claim-input";
import { inTransactionOnce } from "@/lib/db/applied-operations";
import { findArticle, touchArticle } from "@/lib/db/articles";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { findClaim, lockClaim, updateClaim } from "@/lib/db/claims";
import { insertReview, listApprovals } from "@/lib/db/reviews";
import { getScale } from "@/lib/db/scales";
import type { Tx } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { err, ok, type Result } from "@/lib/result";
import { REVIEW_ACTIONS, transition } from "@/lib/review/transition";
import { claimTarget } from "./claim-target";
import { asResult, invalid, notFound, parseInput } from "./refusals";

const input = z.object({
  claimId: z.string(),
  revision: z.int(),
  action: z.enum(REVIEW_ACTIONS, "This step is not known."),
  note: z
    .string()
    .max(2000, "The note has more than 2,000 characters. Shorten it.")
    .nullish()
    .transform((value) => value?.trim() || null),
  operationId,
});

export type TransitionClaimInput = z.input<typeof input>;

/** Takes a claim one step along its way, or back. */
export async function transitionClaim(
  actor: Actor,
  given: TransitionClaimInput,
): Promise<Result<Claim, Failure>> {
  const parsed = parseInput(input, given);
  if (!parsed.ok) return parsed;
  const { claimId, revision, action, note, operationId: key } = parsed.value;
  return inTransactionOnce(actor.id, key, async (tx) => {
    const claim = await lockClaim(tx, claimId);
    if (!claim || claim.deleted) return notFound("claim");
    const allowed = asResult(can(actor, action, "claim", claimTarget(claim)));
    if (!allowed.ok) return allowed;
    if (claim.revision !== revision)
      return err({
        kind: "stale",
        message: "This claim was changed in the meantime. Look at it again before you go on.",
        current: claim,
      });
    const outcome = transition(await reviewableOf(tx, actor, claim), { action, note });
    if (!outcome.ok) return invalid(outcome.error.message);
    const { state, leftOut } = outcome.value;
    await updateClaim(tx, claimId, {
      state,
      leftOut,
      leftOutReason: leftOut ? (claim.leftOutReason ?? note) : null,
    });
    await insertReview(tx, {
      claimId,
      action,
      note,
      fromState: claim.state,
      toState: state,
      contentRevision: claim.contentRevision,
      actorId: actor.id,
    });
    await touchArticle(tx, claim.articleId);
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: `claim.${action}`,
      targetType: "claim",
      targetId: claimId,
      articleId: claim.articleId,
      from: { state: claim.state, leftOut: claim.leftOut },
      to: { state, leftOut, note },
    });
    const after = await findClaim(claimId, tx);
    return after ? ok(after) : notFound("claim");
  });
}

async function reviewableOf(tx: Tx, actor: Actor, claim: Claim) {
  const article = await findArticle(claim.articleId, tx);
  if (!article) throw new Error(`claim ${claim.id} has no article`);
  const scale = await getScale(article.scaleId, tx);
  const rating = scale.ratings.find((each) => each.key === claim.verdict?.ratingKey);
  const approvals = await listApprovals([claim.id], tx);
  return {
    state: claim.state,
    leftOut: claim.leftOut,
    hasVerdict: (claim.verdict?.rationaleText ?? "") !== "",
    evidenceCount: claim.evidence.length,
    unrated: rating?.value === null,
    approvals: approvals.filter((approval) => approval.actor.id !== actor.id).length,
    requiredApprovals: article.requiredApprovals,
  };
}
