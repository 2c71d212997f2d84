import type { Claim, PersonName } from "@/lib/claims/claim";
import { countClaimsAwaiting, countClaimsInReview, listClaimsInReview } from "@/lib/db/claims";
import { listSubmissions } from "@/lib/db/reviews";
import { listScales } from "@/lib/db/scales";
import { listVotesOfClaims } from "@/lib/db/votes";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { claimTarget } from "@/lib/policies/claim-target";
import type { Rating } from "@/lib/ratings/rating";
import { ok, type Result } from "@/lib/result";
import { type Ballot, ballotFor } from "@/lib/review/vote";
import { asResult } from "@/lib/workflows/refusals";

export interface ReviewQueueItem {
  claim: Claim;
  /** The verdict's rating on the article's scale; null without a verdict. */
  rating: Rating | null;
  article: { id: string; slug: string; title: string };
  submittedBy: PersonName;
  /** ISO 8601 instant. */
  submittedAt: string;
  /** What the actor can do now; null when the claim awaits others. */
  waitsFor: "approve" | "vote" | "settle" | null;
  /** Why it awaits others, as shown to the actor. */
  reason: string | null;
  /** The votes that the actor can see. */
  ballot: Ballot;
}

/** Rows shown; the count includes the rest. */
const QUEUE_LENGTH = 200;

/** The claims in review or disputed: those that the actor can act on first, then by waiting time. */
export async function listReviewQueue(
  actor: Actor,
): Promise<Result<{ items: ReviewQueueItem[]; total: number; waiting: number }, Failure>> {
  const allowed = asResult(can(actor, "read", "article"));
  if (!allowed.ok) return allowed;
  const [claims, total, waiting] = await Promise.all([
    listClaimsInReview(QUEUE_LENGTH),
    countClaimsInReview(),
    countReviewQueue(actor),
  ]);
  const [submissions, scales, votes] = await Promise.all([
    listSubmissions(claims.map((claim) => claim.id)),
    listScales(claims.map((claim) => claim.article.scaleId)),
    listVotesOfClaims(claims.map((claim) => claim.id)),
  ]);
  const items = claims.map(({ article: { scaleId, ...article }, ...claim }): ReviewQueueItem => {
    const step = claim.state === "disputed" ? "settle" : claim.voting.required > 1 ? "vote" : "approve";
    const decision = can(actor, step, "claim", claimTarget(claim));
    const submission = submissions.get(claim.id);
    const ballot = ballotFor(actor.id, claim, votes.get(claim.id) ?? []);
    const reason = decision.allowed
      ? step === "vote" && ballot.mine
        ? "You have voted."
        : null
      : decision.reason;
    return {
      claim,
      rating: scales.get(scaleId)?.ratings.find(({ key }) => key === claim.verdict?.ratingKey) ?? null,
      article,
      submittedBy: submission?.actor ?? claim.lastEditedBy,
      submittedAt: submission?.at ?? claim.updatedAt,
      waitsFor: reason === null ? step : null,
      reason,
      ballot,
    };
  });
  return ok({
    total,
    waiting,
    items: items.sort((a, b) => Number(b.waitsFor !== null) - Number(a.waitsFor !== null)),
  });
}

/** Number of claims awaiting the actor, for the desk's navigation. */
export async function countReviewQueue(actor: Actor): Promise<number> {
  return can(actor, "approve", "claim").allowed ? countClaimsAwaiting(actor.id) : 0;
}
