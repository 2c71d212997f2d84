import { type Claim, isSigned } from "@/lib/claims/claim";
import type { ClaimTarget } from "./can";

/** What the policies know about a claim. */
export function claimTarget(claim: Claim): ClaimTarget {
  return {
    articleId: claim.articleId,
    voted: isSigned(claim) || claim.state === "disputed",
    createdById: claim.createdBy.id,
    lastEditedById: claim.lastEditedBy.id,
    verdictById: (claim.purpose === "manuscript" ? claim.outcome : claim.verdict)?.givenBy.id ?? null,
  };
}
