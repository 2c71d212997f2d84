import type { Claim } from "@/lib/claims/claim";
import { lockClaim } from "@/lib/db/claims";
import type { Tx } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { claimTarget } from "@/lib/policies/claim-target";
import { err, ok, type Result } from "@/lib/result";
import { asResult, notFound } from "@/lib/workflows/refusals";

/**
 * Locks a claim whose position a person wants to change, and checks that it is still what they saw.
 * @param seen.revision the Claim.revision that the page shows
 * @param seen.versionId the version of the text that the position is in
 * @returns the claim; `stale` if the claim or the text was changed since
 */
export async function lockClaimAtVersion(
  tx: Tx,
  actor: Actor,
  seen: { claimId: string; revision: number; versionId: string },
): Promise<Result<Claim, Failure>> {
  const claim = await lockClaim(tx, seen.claimId);
  if (!claim || claim.deleted) return notFound("claim");
  const allowed = asResult(can(actor, "edit", "claim", claimTarget(claim)));
  if (!allowed.ok) return allowed;
  if (claim.revision !== seen.revision || claim.anchor.versionId !== seen.versionId)
    return err({
      kind: "stale",
      message:
        "This claim or the article's text was changed in the meantime. Review the current state, then try again.",
      current: claim,
    });
  return ok(claim);
}
