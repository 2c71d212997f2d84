import { describeAnchor } from "@/lib/anchoring/describe-anchor";
import { findAnchor } from "@/lib/anchoring/find-anchor";
import type { Claim } from "@/lib/claims/claim";
import { type CreateClaimInput, createClaimInput } from "@/lib/claims/claim-input";
import { getVersionText, lockArticle, touchArticle } from "@/lib/db/articles";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { deleteClaimDraft } from "@/lib/db/claim-drafts";
import { findClaim, findClaimByIdempotencyKey, insertClaim } from "@/lib/db/claims";
import { inTransaction } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import { recordOf } from "@/lib/history/claim-record";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { err, ok, type Result } from "@/lib/result";
import { asResult, invalid, notFound, parseInput } from "@/lib/workflows/refusals";
import { validateTags } from "./validate-tags";
import { type EvidenceOptions, writeEvidence, writeVerdict } from "./write-claim-content";

export interface DraftOptions {
  /** What the actor is typing in the desk is about something else, and stays. */
  keepsDraft?: boolean;
}

/** Marks a span of an article's current version as a claim. The same idempotency key makes the same claim once. */
export async function createClaim(
  actor: Actor,
  given: CreateClaimInput,
  options: EvidenceOptions & DraftOptions = {},
): Promise<Result<Claim, Failure>> {
  const allowed = asResult(can(actor, "create", "claim"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(createClaimInput, given);
  if (!parsed.ok) return parsed;
  const { articleId, versionId, anchor, verdict, evidence, ...fields } = parsed.value;
  // A key belongs to who made it: nobody learns of another's claim by guessing one.
  const idempotencyKey = `${actor.id}:${fields.idempotencyKey}`;

  return inTransaction(async (tx) => {
    const article = await lockArticle(tx, articleId);
    if (!article) return notFound("article");
    const made = await findClaimByIdempotencyKey(idempotencyKey, tx);
    if (made) return ok(made);
    if (article.currentVersionId !== versionId)
      return err({
        kind: "stale",
        message:
          "The article's text has changed since you opened it. What you wrote is kept as a draft: reload the page and mark the passage again.",
        current: { versionId: article.currentVersionId },
      });
    const tagged = await validateTags(tx, fields.tags);
    if (!tagged.ok) return tagged;
    const place = rangeIn(await getVersionText(versionId, tx), anchor);
    if (!place.ok) return place;
    const id = await insertClaim(tx, {
      ...fields,
      idempotencyKey,
      articleId,
      versionId,
      actorId: actor.id,
      anchor: place.value,
    });
    const wroteVerdict = await writeVerdict(tx, actor, { id, verdict: null }, article.scaleId, verdict);
    if (!wroteVerdict.ok) return wroteVerdict;
    const wroteEvidence = await writeEvidence(tx, actor, id, evidence, options);
    if (!wroteEvidence.ok) return wroteEvidence;
    if (!options.keepsDraft) await deleteClaimDraft(actor.id, articleId, "new", tx);
    await touchArticle(tx, articleId);
    const claim = await findClaim(id, tx);
    if (!claim) return notFound("claim");
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: "claim.create",
      targetType: "claim",
      targetId: id,
      articleId,
      to: { ...recordOf(claim), anchor: place.value },
    });
    return ok(claim);
  });
}

function rangeIn(
  text: string,
  anchor:
    | { start: number; end: number }
    | { exact: string; prefix?: string | undefined; suffix?: string | undefined },
): Result<ReturnType<typeof describeAnchor>, Failure> {
  if ("exact" in anchor) {
    const found = findAnchor(text, anchor);
    if (found.ok) return ok(describeAnchor(text, found.value.start, found.value.end));
    if (found.error.kind === "quote-not-found")
      return invalid("These words do not stand in the article. Copy them exactly as they are there.", {
        anchor: ["These words do not stand in the article."],
      });
    return err({
      kind: "stale",
      message:
        "These words stand in the article more than once. Give some of the words before or after them.",
      current: { candidates: found.error.candidates },
    });
  }
  const { start, end } = anchor;
  if (start >= end || text.slice(start, end).trim() === "")
    return invalid("Nothing is selected. Select the words of the claim first.", {
      anchor: ["Nothing is selected."],
    });
  if (start < 0 || end > text.length)
    return invalid("The selection reaches beyond the text. Select the words again.", {
      anchor: ["Outside the text."],
    });
  return ok(describeAnchor(text, start, end));
}
