import { z } from "zod";
import type { Claim } from "@/lib/claims/claim";
import { inTransactionOnce } from "@/lib/db/applied-operations";
import { lockArticle } from "@/lib/db/articles";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { findClaim, insertVerdict, lockClaim } from "@/lib/db/claims";
import { findRatingId } from "@/lib/db/scales";
import { listVotes } from "@/lib/db/votes";
import type { Failure } from "@/lib/failure";
import { operationId } from "@/lib/input-fields";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { claimTarget } from "@/lib/policies/claim-target";
import { err, ok, type Result } from "@/lib/result";
import { transition } from "@/lib/review/transition";
import { standingVotes } from "@/lib/review/vote";
import { noteContentChange } from "@/lib/workflows/flags/note-content-change";
import { asResult, invalid, notFound, parseInput } from "@/lib/workflows/refusals";
import { reviewableOf, transitionFailure, writeOutcome } from "./apply-transition";
import { voteEntry } from "./cast-vote";
import { reviewNote } from "./review-note";

const inputSchema = z.object({
  claimId: z.string(),
  revision: z.int(),
  ratingKey: z.string("Choose the final rating."),
  note: reviewNote,
  operationId,
});

export type SettleDisputeInput = z.input<typeof inputSchema>;

/**
 * Resolves a disputed claim: an editor who did not write it chooses the rating and says why. That approves the claim. A rating other
 * than the proposed one becomes the verdict, by that editor and with the existing rationale.
 */
export async function settleDispute(
  actor: Actor,
  input: SettleDisputeInput,
): Promise<Result<Claim, Failure>> {
  const parsed = parseInput(inputSchema, input);
  if (!parsed.ok) return parsed;
  const { claimId, revision, ratingKey, note, operationId: key } = parsed.value;
  return inTransactionOnce(actor.id, key, async (tx) => {
    const claim = await lockClaim(tx, claimId);
    if (!claim || claim.deleted) return notFound("claim");
    const allowed = asResult(can(actor, "settle", "claim", claimTarget(claim)));
    if (!allowed.ok) return allowed;
    if (claim.revision !== revision)
      return err({
        kind: "stale",
        message: "This claim was changed in the meantime. Review it again before you decide.",
        current: claim,
      });
    const outcome = transition(await reviewableOf(tx, claim), { action: "settle", ratingKey, note });
    if (!outcome.ok) return transitionFailure(outcome.error);
    // Locked, so that the article cannot be moved to a scale without this rating meanwhile.
    const article = await lockArticle(tx, claim.articleId);
    const ratingId = article && (await findRatingId(tx, article.scaleId, ratingKey));
    if (!ratingId || !claim.verdict)
      return invalid("This rating is not on the article's scale. Choose another.", {
        ratingKey: ["This rating is not on the article's scale. Choose another."],
      });
    if (ratingKey !== claim.verdict.ratingKey)
      await insertVerdict(tx, {
        claimId,
        ratingId,
        rationaleDoc: claim.verdict.rationaleDoc,
        rationaleText: claim.verdict.rationaleText,
        givenById: actor.id,
      });
    await writeOutcome(tx, actor, claim, outcome.value, { action: "settle", note });
    const votes = standingVotes(await listVotes(claimId, tx), claim.contentRevision);
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: "claim.settle",
      targetType: "claim",
      targetId: claimId,
      articleId: claim.articleId,
      from: { state: claim.state, ratingKey: claim.verdict.ratingKey },
      to: {
        state: outcome.value.state,
        ratingKey,
        note,
        agreed: votes.filter(({ rating }) => rating.key === ratingKey).map(voteEntry),
        dissented: votes.filter(({ rating }) => rating.key !== ratingKey).map(voteEntry),
      },
    });
    if (ratingKey !== claim.verdict.ratingKey) await noteContentChange(tx, actor.id, claim, ["verdict"]);
    const after = await findClaim(claimId, tx);
    return after ? ok(after) : notFound("claim");
  });
}
