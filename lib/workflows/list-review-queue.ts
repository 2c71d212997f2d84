import type { Claim, PersonName } from "@/lib/claims/claim";
import { countClaimsInReview, listClaimsInReview } from "@/lib/db/claims";
import { listSubmissions } from "@/lib/db/reviews";
import { listScales } from "@/lib/db/scales";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import type { Rating } from "@/lib/ratings/rating";
import { ok, type Result } from "@/lib/result";
import { claimTarget } from "./claim-target";
import { asResult } from "./refusals";

export interface ReviewQueueItem {
  claim: Claim;
  /** The verdict's step on the article's own scale; null while there is none. */
  rating: Rating | null;
  article: { id: string; slug: string; title: string };
  submittedBy: PersonName;
  /** ISO 8601 instant. */
  submittedAt: string;
  mayApprove: boolean;
  /** Why not, in words for the actor. */
  reason: string | null;
}

/** Rows shown at once; the count tells of more. */
const LENGTH = 200;

/** The claims that wait for a second pair of eyes, the longest waiting first. */
export async function listReviewQueue(
  actor: Actor,
): Promise<Result<{ items: ReviewQueueItem[]; total: number }, Failure>> {
  const allowed = asResult(can(actor, "read", "article"));
  if (!allowed.ok) return allowed;
  const [claims, total] = await Promise.all([listClaimsInReview(LENGTH), countClaimsInReview()]);
  const [submissions, scales] = await Promise.all([
    listSubmissions(claims.map((claim) => claim.id)),
    listScales(claims.map((claim) => claim.article.scaleId)),
  ]);
  return ok({
    total,
    items: claims.map(({ article: { scaleId, ...article }, ...claim }) => {
      const decision = can(actor, "approve", "claim", claimTarget(claim));
      const submission = submissions.get(claim.id);
      return {
        claim,
        rating: scales.get(scaleId)?.ratings.find(({ key }) => key === claim.verdict?.ratingKey) ?? null,
        article,
        submittedBy: submission?.actor ?? claim.lastEditedBy,
        submittedAt: submission?.at ?? claim.updatedAt,
        mayApprove: decision.allowed,
        reason: decision.allowed ? null : decision.reason,
      };
    }),
  });
}

/** How many claims wait, for the desk's navigation. */
export async function countReviewQueue(actor: Actor): Promise<number> {
  return can(actor, "read", "article").allowed ? countClaimsInReview() : 0;
}
