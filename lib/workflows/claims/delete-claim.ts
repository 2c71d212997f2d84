import { z } from "zod";
import type { Claim } from "@/lib/claims/claim";
import { inTransactionOnce } from "@/lib/db/applied-operations";
import { touchArticle } from "@/lib/db/articles";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { findClaim, lockClaim, updateClaim } from "@/lib/db/claims";
import type { Failure } from "@/lib/failure";
import { operationId } from "@/lib/input-fields";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { claimTarget } from "@/lib/policies/claim-target";
import { err, ok, type Result } from "@/lib/result";
import { asResult, notFound, parseInput } from "@/lib/workflows/refusals";

const deleteInput = z.object({ claimId: z.string(), revision: z.int(), operationId });
const restoreInput = z.object({ claimId: z.string(), operationId });

/** Deletes a claim. Its row stays in the database, so that `undeleteClaim` can restore everything. */
export async function deleteClaim(
  actor: Actor,
  input: z.input<typeof deleteInput>,
): Promise<Result<{ claimId: string }, Failure>> {
  const parsed = parseInput(deleteInput, input);
  if (!parsed.ok) return parsed;
  const { claimId, revision, operationId: key } = parsed.value;
  return inTransactionOnce(actor.id, key, async (tx) => {
    const claim = await lockClaim(tx, claimId);
    if (!claim || claim.deleted) return notFound("claim");
    const allowed = asResult(can(actor, "delete", "claim", claimTarget(claim)));
    if (!allowed.ok) return allowed;
    if (claim.revision !== revision)
      return err({
        kind: "stale",
        message: `${claim.lastEditedBy.name} changed this claim in the meantime. Review it again before you delete it.`,
        current: claim,
      });
    await updateClaim(tx, claimId, { deleted: true });
    await touchArticle(tx, claim.articleId);
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: "claim.delete",
      targetType: "claim",
      targetId: claimId,
      articleId: claim.articleId,
      from: { deleted: false, statement: claim.statement },
      to: { deleted: true },
    });
    return ok({ claimId });
  });
}

/** Restores a deleted claim as it was. */
export async function undeleteClaim(
  actor: Actor,
  input: z.input<typeof restoreInput>,
): Promise<Result<Claim, Failure>> {
  const parsed = parseInput(restoreInput, input);
  if (!parsed.ok) return parsed;
  const { claimId, operationId: key } = parsed.value;
  return inTransactionOnce(actor.id, key, async (tx) => {
    const claim = await lockClaim(tx, claimId);
    if (!claim) return notFound("claim");
    const allowed = asResult(can(actor, "undelete", "claim", claimTarget(claim)));
    if (!allowed.ok) return allowed;
    if (claim.deleted) {
      await updateClaim(tx, claimId, { deleted: false });
      await touchArticle(tx, claim.articleId);
      await appendAuditEvent(tx, {
        actorId: actor.id,
        action: "claim.undelete",
        targetType: "claim",
        targetId: claimId,
        articleId: claim.articleId,
        from: { deleted: true },
        to: { deleted: false },
      });
    }
    const after = await findClaim(claimId, tx);
    return after ? ok(after) : notFound("claim");
  });
}
