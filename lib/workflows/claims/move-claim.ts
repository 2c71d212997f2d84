import { type AnchorDescription, describeAnchor } from "@/lib/anchoring/describe-anchor";
import { type Claim, isSubmitted } from "@/lib/claims/claim";
import { updateAnchor } from "@/lib/db/anchors";
import { touchArticle } from "@/lib/db/articles";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { updateClaim } from "@/lib/db/claims";
import type { Tx } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { ok, type Result } from "@/lib/result";
import { invalid } from "@/lib/workflows/refusals";
import { recordReopening } from "./record-reopening";

/** Describes a selected range as an anchor. */
export function describeRange(
  text: string,
  { start, end }: { start: number; end: number },
): Result<AnchorDescription, Failure> {
  if (start < 0 || end > text.length || start >= end || text.slice(start, end).trim() === "")
    return invalid("Select the claim's text in the article first.");
  return ok(describeAnchor(text, start, end));
}

/** The current anchor of a claim. */
export function anchorOf({ anchor: { start, end, exact, prefix, suffix } }: Claim): AnchorDescription {
  return { start, end, exact, prefix, suffix };
}

/**
 * Moves a locked claim to another anchor in the same version. If its text changes, a submitted or approved claim goes back to draft, as
 * the new text was not approved, and the actor counts as its editor, who cannot approve it.
 */
export async function moveClaim(
  tx: Tx,
  actor: Actor,
  before: Claim,
  anchor: AnchorDescription,
): Promise<void> {
  await updateAnchor(tx, before.id, before.anchor.versionId, anchor);
  const textChanged = anchor.exact !== (before.anchor.before ?? before.anchor.exact);
  const reopened = textChanged && isSubmitted(before);
  await updateClaim(tx, before.id, {
    ...(textChanged ? { editedBy: actor.id } : {}),
    ...(reopened ? { state: "draft", reopened: { fields: ["passage"], byId: actor.id } } : {}),
  });
  if (reopened) await recordReopening(tx, actor, before, ["passage"]);
  await touchArticle(tx, before.articleId);
  await appendAuditEvent(tx, {
    actorId: actor.id,
    action: "claim.confirm-anchor",
    targetType: "claim",
    targetId: before.id,
    articleId: before.articleId,
    // With what `restoreAnchor` needs to undo it.
    from: {
      ...anchorOf(before),
      outcome: before.anchor.outcome,
      score: before.anchor.score,
      versionId: before.anchor.versionId,
    },
    to: anchor,
  });
}
