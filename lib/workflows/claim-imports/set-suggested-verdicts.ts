import type { PlannedComment } from "@/lib/claim-imports/plan-comment-import";
import { rationaleOf } from "@/lib/claim-imports/rationale-doc";
import { contentOfClaim } from "@/lib/claims/claim-content";
import { findClaim } from "@/lib/db/claims";
import type { Actor } from "@/lib/policies/actor";
import { updateClaim } from "@/lib/workflows/claims/update-claim";

/** How many claims got a suggested verdict, and why others did not. */
export interface SetVerdicts {
  set: number;
  left: { number: number; message: string }[];
}

/**
 * Gives claims the verdicts that comments suggest. What a comment says beside the rating becomes the rationale; without any, the claim keeps
 * its own. Each claim is changed or left by itself, so that one that can't be changed holds up no other.
 */
export async function setSuggestedVerdicts(
  actor: Actor,
  comments: readonly PlannedComment[],
): Promise<SetVerdicts> {
  const result: SetVerdicts = { set: 0, left: [] };
  for (const { target, suggests, reasons } of comments) {
    if (target.on !== "claim" || suggests === null) continue;
    const claim = await findClaim(target.claimId);
    if (!claim || claim.deleted) continue;
    const rationaleDoc = rationaleOf(reasons) ?? claim.verdict?.rationaleDoc ?? null;
    const updated = await updateClaim(
      actor,
      {
        ...contentOfClaim(claim),
        verdict: { ratingKey: suggests, rationaleDoc },
        claimId: claim.id,
        revision: claim.revision,
      },
      { keepsDraft: true },
    );
    if (updated.ok) result.set += 1;
    else result.left.push({ number: claim.number, message: updated.error.message });
  }
  return result;
}
