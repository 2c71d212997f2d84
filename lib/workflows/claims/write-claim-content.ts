import { dequal } from "dequal/lite";
import type { Claim } from "@/lib/claims/claim";
import type { ClaimContent } from "@/lib/claims/claim-input";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { clearVerdict, insertVerdict } from "@/lib/db/claims";
import { type EvidenceFields, replaceEvidence } from "@/lib/db/evidence";
import { enqueueJob } from "@/lib/db/job-queue";
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
