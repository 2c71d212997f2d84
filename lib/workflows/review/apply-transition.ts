import { neededApprovals } from "@/lib/claims/article-purpose";
import type { Claim } from "@/lib/claims/claim";
import { findArticle, touchArticle } from "@/lib/db/articles";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { findClaim, updateClaim } from "@/lib/db/claims";
import { insertReview } from "@/lib/db/reviews";
import { getScale } from "@/lib/db/scales";
import type { Tx } from "@/lib/db/transaction";
import { listVotes } from "@/lib/db/votes";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { ok, type Result } from "@/lib/result";
import { missingForReview, reviewContentOf } from "@/lib/review/claim-requirements";
import {
  type Reviewable,
  type ReviewEvent,
  type StepRefusal,
  type TransitionOutcome,
  transition,
} from "@/lib/review/transition";
import { standingVotes } from "@/lib/review/vote";
import { notifyOfClaim, notifyOfSubmission } from "@/lib/workflows/notifications/notify";
import { invalid, notFound } from "@/lib/workflows/refusals";
import { readDeskSettings } from "@/lib/workflows/settings/desk-settings";

/** A locked claim in the form that the state machine takes. */
export async function reviewableOf(tx: Tx, claim: Claim): Promise<Reviewable> {
  const article = await findArticle(claim.articleId, tx);
  if (!article) throw new Error(`claim ${claim.id} has no article`);
  const { claimRequirements } = await readDeskSettings(tx);
  const scale = await getScale(article.scaleId, tx);
  const rating = scale.ratings.find((each) => each.key === claim.verdict?.ratingKey);
  const votes = standingVotes(await listVotes(claim.id, tx), claim.contentRevision);
  return {
    state: claim.state,
    excluded: claim.excluded,
    missing: missingForReview(
      reviewContentOf(claim, claim.purpose !== "manuscript" && rating?.value === null),
      claimRequirements,
    ),
    ratingKey: claim.verdict?.ratingKey ?? null,
    requiredApprovals: neededApprovals(article),
    votes: votes.map(({ voter, rating: { key } }) => ({
      voterId: voter.id,
      ratingKey: key,
      guest: voter.guest ?? false,
    })),
  };
}

/** A refusal by the state machine as a failure, with the missing fields. */
export function transitionFailure({ message, missing }: StepRefusal): { ok: false; error: Failure } {
  if (!missing) return invalid(message);
  const fields: Record<string, string[]> = {};
  for (const each of missing) fields[each.field] = [...(fields[each.field] ?? []), each.message];
  return invalid(message, fields);
}

/** Applies a review action to a locked claim and writes the outcome, in the open transaction. */
export async function applyTransition(
  tx: Tx,
  actor: Actor,
  claim: Claim,
  event: Extract<ReviewEvent, { note?: unknown }>,
): Promise<Result<Claim, Failure>> {
  const reviewable = await reviewableOf(tx, claim);
  const outcome = transition(reviewable, event);
  if (!outcome.ok) return transitionFailure(outcome.error);
  const { action } = event;
  const note = event.note ?? null;
  await writeOutcome(tx, actor, claim, outcome.value, {
    action,
    note,
    // New voters must neither be bound by earlier votes nor see them.
    newRound: (action === "submit" || action === "raise_approvals") && reviewable.votes.length > 0,
  });
  await appendAuditEvent(tx, {
    actorId: actor.id,
    action: `claim.${action}`,
    targetType: "claim",
    targetId: claim.id,
    articleId: claim.articleId,
    from: { state: claim.state, excluded: claim.excluded },
    to: { state: outcome.value.state, excluded: outcome.value.excluded, note },
  });
  const after = await findClaim(claim.id, tx);
  return after ? ok(after) : notFound("claim");
}

/** Stores the outcome of a review action: the claim's state and the review step. */
export async function writeOutcome(
  tx: Tx,
  actor: Actor,
  claim: Claim,
  { state, excluded }: TransitionOutcome,
  step: { action: ReviewEvent["action"]; note: string | null; newRound?: boolean },
): Promise<void> {
  const { action, note, newRound = false } = step;
  await updateClaim(tx, claim.id, {
    state,
    excluded,
    excludedReason: excluded ? (claim.excludedReason ?? note) : null,
    ...(newRound ? { newRound } : {}),
    ...(action === "reopen" ? { reopened: { fields: [], byId: actor.id } } : {}),
    ...(state === "approved" ? { reopened: null } : {}),
  });
  await insertReview(tx, {
    claimId: claim.id,
    action,
    note,
    fromState: claim.state,
    toState: state,
    contentRevision: claim.contentRevision + (newRound ? 1 : 0),
    actorId: actor.id,
  });
  await touchArticle(tx, claim.articleId);
  const notified = notifiedStepOf(action, state);
  if (notified) await notifyOfClaim(tx, actor.id, notified, claim, note);
  if (action === "submit") {
    const article = await findArticle(claim.articleId, tx);
    if (article) await notifyOfSubmission(tx, actor.id, claim, article);
  }
}

/** The step that the claim's owners are notified of, if any. */
function notifiedStepOf(
  action: ReviewEvent["action"],
  state: TransitionOutcome["state"],
): Parameters<typeof notifyOfClaim>[2] | null {
  switch (action) {
    case "return":
      return "returned";
    case "reopen":
      return "reopened";
    case "approve":
    case "vote":
    case "settle":
      return state === "approved" ? "approved" : state === "disputed" ? "disputed" : null;
    default:
      return null;
  }
}
