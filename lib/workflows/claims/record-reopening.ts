import type { ChangedField, Claim } from "@/lib/claims/claim";
import { changedFieldLabels } from "@/lib/claims/labels";
import { insertReview } from "@/lib/db/reviews";
import type { Tx } from "@/lib/db/transaction";
import type { Actor } from "@/lib/policies/actor";
import { notifyOfClaim } from "@/lib/workflows/notifications/notify";

/**
 * Records in a claim's history that a change sent it back to draft, and notifies its owners. The caller has set its state.
 * @param before the claim before the change
 */
export async function recordReopening(
  tx: Tx,
  actor: Actor,
  before: Claim,
  changed: readonly ChangedField[],
): Promise<void> {
  await insertReview(tx, {
    claimId: before.id,
    action: "reopen",
    note: `Changed: ${changed.map((field) => changedFieldLabels[field]).join(", ")}`,
    fromState: before.state,
    toState: "draft",
    contentRevision: before.contentRevision + 1,
    actorId: actor.id,
  });
  await notifyOfClaim(tx, actor.id, "reopened", before);
}
