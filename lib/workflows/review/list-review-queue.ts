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
  /** The verdict's step on the article's own scale; null while there is none. */
  rating: Rating | null;
  article: { id: string; slug: string; title: string };
  submittedBy: PersonName;
  /** ISO 8601 instant. */
  submittedAt: string;
  /** What the actor can do for it now; null when it waits for others. */
  waitsFor: "approve" | "vote" | "settle" | null;
  /** Why it waits for others, in words for the actor. */
  reason: string | null;
  /** The votes as far as the actor may see them. */
  ballot: Ballot;
}

/** Rows shown at once; the count tells of more. */
const LENGTH = 200;

/** The claims that wait for a second pair of eyes or a settlement: those for the actor first, and the longest waiting first. */
export async function listReviewQueue(
  actor: Actor,
): Promise<Result<{ items: ReviewQueueItem[]; total: number; waiting: number }, Failure>> {
  const allowed = asResult(can(actor, "read", "article"));
  if (!allowed.ok) return allowed;
  const [claims, total, waiting] = await Promise.all([
    listClaimsInReview(LENGTH),
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

/** How many claims wait for the actor, for the desk's navigation. */
export async function countReviewQueue(actor: Actor): Promise<number> {
  return can(actor, "approve", "claim").allowed ? countClaimsAwaiting(actor.id) : 0;
}
