import { appendAuditEvent } from "@/lib/db/audit-events";
import { clearMergedInto, findMerge, lockClaimants, setMergedInto } from "@/lib/db/claimants";
import { inTransaction } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { err, ok, type Result } from "@/lib/result";
import { asResult, invalid, notFound } from "@/lib/workflows/refusals";

/**
 * Merges two claimants that are one: all claims of the second count as claims of the first. Publications keep what they say.
 * @param input.revision of the claimant that stays, if the caller saw it: after a change, nothing is merged
 */
export async function mergeClaimants(
  actor: Actor,
  { keepId, dropId, revision }: { keepId: string; dropId: string; revision?: number },
): Promise<Result<null, Failure>> {
  const allowed = asResult(can(actor, "merge", "claimant"));
  if (!allowed.ok) return allowed;
  if (keepId === dropId) return invalid("A claimant cannot be merged with itself. Choose another.");
  return inTransaction(async (tx) => {
    const both = await lockClaimants(tx, [keepId, dropId]);
    const keep = both.find(({ id }) => id === keepId);
    const drop = both.find(({ id }) => id === dropId);
    if (!keep || !drop) return notFound("claimant");
    if (revision !== undefined && keep.revision !== revision)
      return err({
        kind: "stale",
        message: "Someone changed this claimant. Look at them again, then merge.",
        current: keep,
      });
    await setMergedInto(tx, dropId, keepId);
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: "claimant.merge",
      targetType: "claimant",
      targetId: keepId,
      from: { merged: drop },
      to: { mergedInto: keepId },
    });
    return ok(null);
  });
}

/** Undoes a merge: the claims that named this claimant name it again. */
export async function unmergeClaimant(actor: Actor, { id }: { id: string }): Promise<Result<null, Failure>> {
  const allowed = asResult(can(actor, "merge", "claimant"));
  if (!allowed.ok) return allowed;
  return inTransaction(async (tx) => {
    const merge = await findMerge(tx, id);
    if (!merge) return notFound("claimant");
    await clearMergedInto(tx, id);
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: "claimant.unmerge",
      targetType: "claimant",
      targetId: merge.intoId,
      from: { mergedInto: merge.intoId },
      to: { separated: merge.merged },
    });
    return ok(null);
  });
}
