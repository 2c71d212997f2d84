import { isDeepStrictEqual } from "node:util";
import { CHANGED_FIELDS, type ChangedField, type Claim, isSubmitted } from "@/lib/claims/claim";
import { type ClaimContent, type UpdateClaimInput, updateClaimInput } from "@/lib/claims/claim-input";
import { inTransactionOnce } from "@/lib/db/applied-operations";
import { lockArticle, lockArticlesOf, touchArticle } from "@/lib/db/articles";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { deleteClaimDraft } from "@/lib/db/claim-drafts";
import { findClaim, lockClaim, updateClaim as updateClaimRow } from "@/lib/db/claims";
import type { Tx } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import { changesOf, recordOf } from "@/lib/history/claim-record";
import type { Restored } from "@/lib/history/content-at";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { claimTarget } from "@/lib/policies/claim-target";
import { err, ok, type Result } from "@/lib/result";
import { resolveClaimant, type StoredClaimant } from "@/lib/workflows/claimants/resolve-claimant";
import { noteContentChange } from "@/lib/workflows/flags/note-content-change";
import { asResult, invalid, notFound, parseInput } from "@/lib/workflows/refusals";
import { assignFromForm } from "./assign-claims";
import type { DraftOptions } from "./create-claim";
import { recordReopening } from "./record-reopening";
import { validateTags } from "./validate-tags";
import {
  isSameOutcome,
  isSameVerdict,
  writeClaimOutcome,
  writeEvidence,
  writeVerdict,
} from "./write-claim-content";

/** The same claim of another article, whose verdict and evidence a claim gets. */
export interface Adopted {
  fromId: string;
  /** Links the two claims, in the same transaction. */
  link: (tx: Tx) => Promise<Result<null, Failure>>;
}

/**
 * Changes a claim's content. A submitted or approved claim goes back to draft, because its approved content no longer exists.
 * @param options.restored the event from which this content is restored
 * @param options.adopted the claim from which this content comes
 */
export async function updateClaim(
  actor: Actor,
  input: UpdateClaimInput,
  { restored, adopted, keepsDraft = false }: DraftOptions & { restored?: Restored; adopted?: Adopted } = {},
): Promise<Result<Claim, Failure>> {
  const parsed = parseInput(updateClaimInput, input);
  if (!parsed.ok) return parsed;
  const { claimId, revision, operationId, assignee, ...content } = parsed.value;

  return inTransactionOnce(actor.id, operationId, async (tx) => {
    if (adopted) await lockArticlesOf(tx, [claimId, adopted.fromId]);
    const before = await lockClaim(tx, claimId);
    if (!before || before.deleted) return notFound("claim");
    const allowed = asResult(can(actor, "edit", "claim", claimTarget(before)));
    if (!allowed.ok) return allowed;
    if (before.state === "retired") return invalid("This claim is retired. Restore it before you change it.");
    if (before.revision !== revision)
      return err({
        kind: "stale",
        message: `${before.lastEditedBy.name} changed this claim in the meantime. Compare both versions and choose.`,
        current: before,
      });
    const assigned = await assignFromForm(tx, actor, before, assignee);
    if (!assigned.ok) return assigned;
    const named = await resolveClaimant(tx, actor, content.claimant, before.claimant);
    if (!named.ok) return named;
    const changed = changedFields(before, content, named.value);
    if (changed.length > 0) {
      // Locked, so that the article cannot be moved to a scale without this rating meanwhile.
      const article = await lockArticle(tx, before.articleId);
      if (!article) return notFound("article");
      const tagged = await validateTags(tx, content.tags, before.tags);
      if (!tagged.ok) return tagged;
      const reopened = isSubmitted(before);
      // The state first: a claim without a verdict can be neither in review nor approved.
      await updateClaimRow(tx, claimId, {
        statement: content.statement,
        ...named.value,
        carriedBy: content.carriedBy,
        claimedOn: content.claimedOn,
        kind: content.kind,
        tags: content.tags,
        state: "draft",
        editedBy: actor.id,
        ...(reopened ? { reopened: { fields: changed, byId: actor.id } } : {}),
      });
      const wroteVerdict = await writeVerdict(tx, actor, before, article.scaleId, content.verdict);
      if (!wroteVerdict.ok) return wroteVerdict;
      const { purpose } = article;
      const passage = before.anchor.exact;
      const wroteOutcome = await writeClaimOutcome(tx, actor, before, { purpose, passage }, content.outcome);
      if (!wroteOutcome.ok) return wroteOutcome;
      if (changed.includes("evidence")) {
        const wroteEvidence = await writeEvidence(tx, actor, claimId, content.evidence);
        if (!wroteEvidence.ok) return wroteEvidence;
      }
      if (reopened) await recordReopening(tx, actor, before, changed);
      await touchArticle(tx, before.articleId);
    }
    if (!keepsDraft) await deleteClaimDraft(actor.id, before.articleId, claimId, tx);
    const after = await findClaim(claimId, tx);
    if (!after) return notFound("claim");
    if (changed.length > 0) {
      const { from, to } = changesOf(recordOf(before), recordOf(after));
      await appendAuditEvent(tx, {
        actorId: actor.id,
        action: restored ? "claim.restore-content" : "claim.edit",
        targetType: "claim",
        targetId: claimId,
        articleId: before.articleId,
        from,
        to: { ...to, ...(restored && { restored }) },
      });
      await noteContentChange(tx, actor.id, after, changed, { adoptedFrom: adopted?.fromId ?? null });
    }
    const linked = (await adopted?.link(tx)) ?? ok(null);
    return linked.ok ? ok(after) : linked;
  });
}

const plainFields = ["statement", "carriedBy", "claimedOn", "kind", "tags"] as const;

function changedFields(before: Claim, content: ClaimContent, named: StoredClaimant): ChangedField[] {
  const changed: ChangedField[] = plainFields.filter(
    (field) => !isDeepStrictEqual(before[field], content[field]),
  );
  const { id = null, role = null } = before.claimant ?? {};
  if (id !== named.claimantId || role !== named.claimantRole) changed.push("claimant");
  if (!isSameVerdict(before.verdict, content.verdict)) changed.push("verdict");
  if (!isSameOutcome(before.outcome, content.outcome)) changed.push("outcome");
  if (!isSameEvidence(before, content)) changed.push("evidence");
  return CHANGED_FIELDS.filter((field) => changed.includes(field));
}

function isSameEvidence(before: Claim, content: ClaimContent): boolean {
  return (
    before.evidence.length === content.evidence.length &&
    before.evidence.every(({ id: _, source, ...fields }, index) => {
      const entered = content.evidence[index];
      if (!entered) return false;
      const { source: enteredSource, ...enteredFields } = entered;
      if (!isDeepStrictEqual(fields, enteredFields)) return false;
      if ("id" in enteredSource) return enteredSource.id === source.id;
      const { id: __, ...sourceFields } = source;
      return isDeepStrictEqual(sourceFields, enteredSource);
    })
  );
}
