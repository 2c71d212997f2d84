import { z } from "zod";
import { type Claim, isSubmitted } from "@/lib/claims/claim";
import { mergedContent } from "@/lib/claims/claim-content";
import { claimContentInput } from "@/lib/claims/claim-input";
import { getVersionText } from "@/lib/db/article-versions";
import { lockArticle } from "@/lib/db/articles";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { findClaim, lockClaim, updateClaim } from "@/lib/db/claims";
import { inTransaction } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import { changesOf, recordOf } from "@/lib/history/claim-record";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { claimTarget } from "@/lib/policies/claim-target";
import { err, ok, type Result } from "@/lib/result";
import { noteContentChange } from "@/lib/workflows/flags/note-content-change";
import { asResult, invalid, notFound, parseInput } from "@/lib/workflows/refusals";
import { describeRange, moveClaim } from "./move-claim";
import { recordReopening } from "./record-reopening";
import { writeClaimOutcome, writeEvidence, writeVerdict } from "./write-claim-content";

const inputSchema = z.object({
  /** The claim that stays. */
  claimId: z.string(),
  revision: z.int(),
  /** The claim that is merged into it and deleted. */
  otherId: z.string(),
  otherRevision: z.int(),
});

export type MergeClaimsInput = z.input<typeof inputSchema>;

/**
 * Merges two claims of an article into one. It spans from the start of the first to the end of the last and has the sources of both; see
 * `mergedContent`. The other claim is deleted and can be restored.
 */
export async function mergeClaims(actor: Actor, input: MergeClaimsInput): Promise<Result<Claim, Failure>> {
  const parsed = parseInput(inputSchema, input);
  if (!parsed.ok) return parsed;
  const { claimId, revision, otherId, otherRevision } = parsed.value;
  if (claimId === otherId) return invalid("Choose another claim to merge this one with.");

  return inTransaction(async (tx) => {
    const known = await findClaim(claimId, tx);
    // The article is locked first, so that two people who merge the same claims wait for each other.
    const article = known && (await lockArticle(tx, known.articleId));
    const before = article && (await lockClaim(tx, claimId));
    const other = article && (await lockClaim(tx, otherId));
    if (!before || before.deleted || !other || other.deleted || other.articleId !== before.articleId)
      return notFound("claim");
    for (const [action, claim] of [
      ["edit", before],
      ["delete", other],
    ] as const) {
      const allowed = asResult(can(actor, action, "claim", claimTarget(claim)));
      if (!allowed.ok) return allowed;
    }
    if (before.revision !== revision || other.revision !== otherRevision)
      return err({
        kind: "stale",
        message: "One of the two claims was changed in the meantime. Review both, then try again.",
        current: before.revision === revision ? other : before,
      });
    if ([before, other].some((claim) => claim.state === "retired"))
      return invalid("A retired claim cannot be merged. Restore it first.");
    if ([before, other].some((claim) => claim.anchor.outcome === "orphaned"))
      return invalid("A claim without a position in the text cannot be merged. Attach it to its text first.");
    const text = await getVersionText(before.anchor.versionId, tx);
    const anchor = describeRange(text, {
      start: Math.min(before.anchor.start, other.anchor.start),
      end: Math.max(before.anchor.end, other.anchor.end),
    });
    if (!anchor.ok) return anchor;

    const { verdict, outcome, evidence, claimant, ...fields } = claimContentInput.parse(
      mergedContent(before, other),
    );
    const reopened = isSubmitted(before);
    await updateClaim(tx, claimId, {
      ...fields,
      claimantId: claimant?.id ?? null,
      claimantRole: claimant?.role ?? null,
      state: "draft",
      editedBy: actor.id,
      ...(reopened ? { reopened: { fields: ["merge"], byId: actor.id } } : {}),
    });
    if (reopened) await recordReopening(tx, actor, before, ["merge"]);
    const wroteVerdict = await writeVerdict(tx, actor, before, article.scaleId, verdict);
    if (!wroteVerdict.ok) return wroteVerdict;
    const into = { purpose: article.purpose, passage: anchor.value.exact };
    const wroteOutcome = await writeClaimOutcome(tx, actor, before, into, outcome);
    if (!wroteOutcome.ok) return wroteOutcome;
    const wroteEvidence = await writeEvidence(tx, actor, claimId, evidence);
    if (!wroteEvidence.ok) return wroteEvidence;
    await moveClaim(tx, actor, { ...before, state: "draft" }, anchor.value);
    await updateClaim(tx, otherId, { deleted: true });
    const after = await findClaim(claimId, tx);
    if (!after) return notFound("claim");
    const { from, to } = changesOf(recordOf(before), recordOf(after));
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: "claim.merge",
      targetType: "claim",
      targetId: claimId,
      articleId: before.articleId,
      from: { ...from, mergedClaimId: otherId, mergedStatement: other.statement },
      to: { ...to, anchor: anchor.value },
    });
    await noteContentChange(
      tx,
      actor.id,
      after,
      (["verdict", "evidence"] as const).filter((field) => field in to),
    );
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: "claim.delete",
      targetType: "claim",
      targetId: otherId,
      articleId: before.articleId,
      from: { deleted: false, statement: other.statement },
      to: { deleted: true, mergedInto: claimId },
    });
    return ok(after);
  });
}
