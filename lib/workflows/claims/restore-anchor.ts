import { z } from "zod";
import { type Claim, isSubmitted } from "@/lib/claims/claim";
import { restoreAnchorRow } from "@/lib/db/anchors";
import { inTransactionOnce } from "@/lib/db/applied-operations";
import { touchArticle } from "@/lib/db/articles";
import { appendAuditEvent, findAnchorBeforeConfirmation } from "@/lib/db/audit-events";
import { findClaim, updateClaim } from "@/lib/db/claims";
import type { Failure } from "@/lib/failure";
import { operationId } from "@/lib/input-fields";
import type { Actor } from "@/lib/policies/actor";
import { ok, type Result } from "@/lib/result";
import { invalid, notFound, parseInput } from "@/lib/workflows/refusals";
import { lockClaimAtVersion } from "./lock-claim-at-version";
import { anchorOf } from "./move-claim";
import { recordReopening } from "./record-reopening";

const inputSchema = z.object({
  claimId: z.string(),
  revision: z.int(),
  /** The version that the position was confirmed in. */
  versionId: z.string(),
  operationId,
});

/**
 * Undoes the confirmation of a claim's position: its anchor needs checking again, as it did before. The former anchor is read from the audit
 * log, not from the browser. A claim that was submitted with the confirmed text goes back to draft if that text was new.
 */
export async function restoreAnchor(
  actor: Actor,
  input: z.input<typeof inputSchema>,
): Promise<Result<Claim, Failure>> {
  const parsed = parseInput(inputSchema, input);
  if (!parsed.ok) return parsed;
  const { claimId, revision, versionId, operationId: key } = parsed.value;

  return inTransactionOnce(actor.id, key, async (tx) => {
    const locked = await lockClaimAtVersion(tx, actor, { claimId, revision, versionId });
    if (!locked.ok) return locked;
    const before = locked.value;
    const former = await findAnchorBeforeConfirmation(tx, claimId, versionId);
    if (before.anchor.outcome !== "confirmed" || !former)
      return invalid(
        "The position of this claim was not confirmed in this version, so nothing can be undone.",
      );
    await restoreAnchorRow(tx, claimId, versionId, former);
    const restored = await findClaim(claimId, tx);
    const reopened = isSubmitted(before) && restored?.anchor.before !== before.anchor.exact;
    await updateClaim(tx, claimId, {
      ...(reopened
        ? { state: "draft", editedBy: actor.id, reopened: { fields: ["passage"], byId: actor.id } }
        : {}),
    });
    if (reopened) await recordReopening(tx, actor, before, ["passage"]);
    await touchArticle(tx, before.articleId);
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: "claim.restore-anchor",
      targetType: "claim",
      targetId: claimId,
      articleId: before.articleId,
      from: { ...anchorOf(before), outcome: before.anchor.outcome },
      to: { ...former, versionId },
    });
    const after = await findClaim(claimId, tx);
    return after ? ok(after) : notFound("claim");
  });
}
