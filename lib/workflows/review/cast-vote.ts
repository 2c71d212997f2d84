import { z } from "zod";
import type { Claim } from "@/lib/claims/claim";
import { inTransactionOnce } from "@/lib/db/applied-operations";
import { lockArticle, touchArticle } from "@/lib/db/articles";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { findClaim, lockClaim } from "@/lib/db/claims";
import { findRatingId } from "@/lib/db/scales";
import type { Tx } from "@/lib/db/transaction";
import { insertVote, listVotes } from "@/lib/db/votes";
import type { Failure } from "@/lib/failure";
import { operationId } from "@/lib/input-fields";
import { type Actor, isGuest } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { claimFor } from "@/lib/policies/claim-for";
import { claimTarget } from "@/lib/policies/claim-target";
import { err, ok, type Result } from "@/lib/result";
import { transition } from "@/lib/review/transition";
import { type Ballot, ballotFor, standingVotes, type Vote } from "@/lib/review/vote";
import { asResult, invalid, notFound, onlyVisible, parseInput } from "@/lib/workflows/refusals";
import { reviewableOf, transitionFailure, writeOutcome } from "./apply-transition";
import { reviewNote } from "./review-note";

const inputSchema = z.object({
  claimId: z.string(),
  /** The Claim.contentRevision that the voter read. Votes by others do not change it. */
  contentRevision: z.int(),
  ratingKey: z.string("Choose your rating."),
  note: reviewNote,
  operationId,
});

export type CastVoteInput = z.input<typeof inputSchema>;

/**
 * Records a reviewer's own rating of a claim. Once enough people have voted, the claim is approved or disputed. Repeating a vote counts
 * once. Its content enters the audit log only when voting is over, so that no one learns of it before.
 */
export async function castVote(
  actor: Actor,
  input: CastVoteInput,
): Promise<Result<{ claim: Claim; ballot: Ballot }, Failure>> {
  const parsed = parseInput(inputSchema, input);
  if (!parsed.ok) return parsed;
  const { claimId, contentRevision, ratingKey, note, operationId: key } = parsed.value;
  const result = await inTransactionOnce(actor.id, key, async (tx) => {
    const claim = await lockClaim(tx, claimId);
    if (!claim || claim.deleted) return notFound("claim");
    const allowed = asResult(can(actor, "vote", "claim", claimTarget(claim)));
    if (!allowed.ok) return allowed;
    if (claim.purpose === "manuscript")
      return invalid(
        "Claims of a manuscript have no ratings to vote with. Write a comment, or return the claim with a note.",
      );
    if (claim.contentRevision !== contentRevision)
      return err({
        kind: "stale",
        message: "This claim was changed in the meantime. Read it again before you vote.",
        current: claimFor(actor, claim),
      });
    const before = standingVotes(await listVotes(claimId, tx), contentRevision);
    const repeated = before.some(
      (vote) => vote.voter.id === actor.id && vote.rating.key === ratingKey && vote.note === note,
    );
    if (!repeated) {
      const cast = await writeVote(tx, actor, claim, { ratingKey, note });
      if (!cast.ok) return cast;
    }
    const after = await findClaim(claimId, tx);
    return after
      ? ok({
          claim: claimFor(actor, after),
          ballot: ballotFor(actor.id, after, await listVotes(claimId, tx)),
        })
      : notFound("claim");
  });
  return onlyVisible(actor, result, ({ claim }) => claim.articleId);
}

async function writeVote(
  tx: Tx,
  actor: Actor,
  claim: Claim,
  { ratingKey, note }: { ratingKey: string; note: string | null },
): Promise<Result<null, Failure>> {
  const outcome = transition(await reviewableOf(tx, claim), {
    action: "vote",
    voterId: actor.id,
    ratingKey,
    guest: isGuest(actor),
  });
  if (!outcome.ok) return transitionFailure(outcome.error);
  // Locked, so that the article cannot be moved to a scale without this rating meanwhile.
  const article = await lockArticle(tx, claim.articleId);
  const ratingId = article && (await findRatingId(tx, article.scaleId, ratingKey));
  if (!ratingId)
    return invalid("This rating is not on the article's scale. Choose another.", {
      ratingKey: ["This rating is not on the article's scale. Choose another."],
    });
  const { id: claimId, articleId, contentRevision } = claim;
  const voter = { voterId: actor.id, byGuest: isGuest(actor) };
  await insertVote(tx, { claimId, contentRevision, ...voter, ratingId, note });
  const votes = standingVotes(await listVotes(claimId, tx), contentRevision);
  const target = { targetType: "claim", targetId: claimId, articleId } as const;
  await appendAuditEvent(tx, {
    ...target,
    actorId: actor.id,
    action: "claim.vote",
    from: { voted: votes.length - 1 },
    to: { voted: votes.length, required: claim.voting.required, contentRevision },
  });
  const { state } = outcome.value;
  if (state === claim.state) {
    await touchArticle(tx, articleId);
    return ok(null);
  }
  await writeOutcome(tx, actor, claim, outcome.value, { action: "vote", note: null });
  await appendAuditEvent(tx, {
    ...target,
    actorId: actor.id,
    action: state === "disputed" ? "claim.dispute" : "claim.approve",
    from: { state: claim.state },
    to: { state, proposed: claim.verdict?.ratingKey ?? null, votes: votes.map(voteEntry) },
  });
  return ok(null);
}

/** A vote as the audit log records it once voting is over. */
export function voteEntry({ voter, rating, note, at }: Vote) {
  return { voterId: voter.id, name: voter.name, ratingKey: rating.key, note, at };
}
