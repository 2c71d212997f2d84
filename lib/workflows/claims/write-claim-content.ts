import { dequal } from "dequal/lite";
import type { ArticlePurpose } from "@/lib/claims/article-purpose";
import type { Claim } from "@/lib/claims/claim";
import type { ClaimContent } from "@/lib/claims/claim-input";
import { contentOfOutcome } from "@/lib/claims/outcome";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { clearVerdict, insertVerdict } from "@/lib/db/claims";
import { type EvidenceFields, replaceEvidence } from "@/lib/db/evidence";
import { enqueueJob } from "@/lib/db/job-queue";
import { clearOutcome, insertOutcome } from "@/lib/db/outcomes";
import { findRatingId } from "@/lib/db/scales";
import { findSourceByKeys, insertSource } from "@/lib/db/sources";
import type { Tx } from "@/lib/db/transaction";
import type { DocumentNode } from "@/lib/document/document";
import { env } from "@/lib/env";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { ok, type Result } from "@/lib/result";
import type { Source } from "@/lib/sources/source";
import { sourceKeysOf } from "@/lib/sources/source-keys";
import { invalid } from "@/lib/workflows/refusals";
import { findSourceOrMerged } from "@/lib/workflows/sources/follow-merges";

/** Sets a claim's verdict if it differs from the current one; null removes it. */
export async function writeVerdict(
  tx: Tx,
  actor: Actor,
  claim: { id: string; verdict: Claim["verdict"] },
  scaleId: string,
  verdict: ClaimContent["verdict"],
): Promise<Result<null, Failure>> {
  if (!verdict) {
    if (claim.verdict) await clearVerdict(tx, claim.id);
    return ok(null);
  }
  if (isSameVerdict(claim.verdict, verdict)) return ok(null);
  const ratingId = await findRatingId(tx, scaleId, verdict.ratingKey);
  if (!ratingId)
    return invalid("This rating is not on the article's scale. Choose another.", {
      "verdict.ratingKey": ["This rating is not on the article's scale. Choose another."],
    });
  await insertVerdict(tx, {
    claimId: claim.id,
    ratingId,
    rationaleDoc: verdict.rationaleDoc.doc as DocumentNode,
    rationaleText: verdict.rationaleDoc.text,
    givenById: actor.id,
  });
  return ok(null);
}

/** Whether a verdict equals the claim's current one. */
export function isSameVerdict(before: Claim["verdict"], verdict: ClaimContent["verdict"]): boolean {
  if (!before || !verdict) return !before && !verdict;
  return (
    before.ratingKey === verdict.ratingKey &&
    // Postgres doesn't keep the order of JSON keys.
    dequal(before.rationaleDoc, verdict.rationaleDoc.doc)
  );
}

/** Whether an outcome equals the claim's current one; one that is missing changes nothing. */
export function isSameOutcome(before: Claim["outcome"], outcome: ClaimContent["outcome"]): boolean {
  return outcome === undefined || dequal(contentOfOutcome(before), outcome);
}

/**
 * Sets the outcome of a claim in a manuscript if it differs from the current one; null removes it, undefined keeps it. A claim that stands
 * although a wording was suggested declines it, which needs a reason.
 * @param passage the claim's words in the text
 */
export async function writeClaimOutcome(
  tx: Tx,
  actor: Actor,
  claim: { id: string; outcome: Claim["outcome"] },
  { purpose, passage }: { purpose: ArticlePurpose; passage: string },
  outcome: ClaimContent["outcome"],
): Promise<Result<null, Failure>> {
  if (outcome === undefined || isSameOutcome(claim.outcome, outcome)) return ok(null);
  if (purpose !== "manuscript")
    return invalid("Only claims of a manuscript have an outcome. Choose a verdict instead.", {
      "outcome.kind": ["This article is not a manuscript. Choose a verdict instead."],
    });
  if (!outcome) {
    await clearOutcome(tx, claim.id);
    return ok(null);
  }
  if (outcome.kind === "change" && passage.includes("\n"))
    return invalid(
      "This passage runs over several paragraphs, so one wording can't replace it. Mark a passage in one paragraph, or edit the text.",
      { "outcome.wording": ["The passage runs over several paragraphs."] },
    );
  if (outcome.kind === "change" && outcome.wording === passage)
    return invalid("The suggested wording is the same as the text. Change it, or choose “Stands”.", {
      "outcome.wording": ["This is the same as the text."],
    });
  const declines = claim.outcome?.kind === "change" && outcome.kind === "stands";
  if (declines && outcome.note === null)
    return invalid("Give the reason why the suggested wording is not used.", {
      "outcome.note": ["Enter the reason."],
    });
  await insertOutcome(tx, {
    ...outcome,
    claimId: claim.id,
    givenById: actor.id,
    decision: declines ? "declined" : null,
    decidedById: declines ? actor.id : null,
  });
  return ok(null);
}

export interface EvidenceOptions {
  /** Whether cited pages are saved; by default as the settings say. */
  keepCopies?: boolean;
}

/**
 * Replaces a claim's evidence. Sources are found by id or address, or else created; cited pages without a saved copy are saved in the
 * background.
 */
export async function writeEvidence(
  tx: Tx,
  actor: Actor,
  claimId: string,
  evidence: ClaimContent["evidence"],
  { keepCopies = env().snapshotsCitedPages }: EvidenceOptions = {},
): Promise<Result<null, Failure>> {
  const rows: EvidenceFields[] = [];
  for (const [index, { source, ...fields }] of evidence.entries()) {
    const cited = await citedSource(tx, actor, source);
    if (!cited)
      return invalid("A chosen source no longer exists. Enter it by hand instead.", {
        [`evidence.${index}.source`]: ["This source no longer exists. Enter it by hand instead."],
      });
    rows.push({ sourceId: cited.id, ...fields });
    if (keepCopies && cited.url && !cited.confidential && !cited.keptAt)
      await enqueueJob(tx, "keep-copy", cited.id, { sourceId: cited.id });
  }
  await replaceEvidence(tx, claimId, rows);
  return ok(null);
}

async function citedSource(
  tx: Tx,
  actor: Actor,
  source: ClaimContent["evidence"][number]["source"],
): Promise<Source | null> {
  // It may have been merged while the form was open.
  if ("id" in source) return findSourceOrMerged(tx, source.id);
  const keys = sourceKeysOf(source);
  const known = await findSourceByKeys(tx, keys);
  if (known) return known;
  const inserted = await insertSource(tx, {
    ...source,
    ...keys,
    createdById: actor.id,
  });
  if (inserted.created)
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: "source.create",
      targetType: "source",
      targetId: inserted.source.id,
      to: source,
    });
  return inserted.source;
}
