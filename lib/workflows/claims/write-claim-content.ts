import { dequal } from "dequal/lite";
import type { Claim } from "@/lib/claims/claim";
import type { ClaimContent } from "@/lib/claims/claim-input";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { clearVerdict, type EvidenceFields, insertVerdict, replaceEvidence } from "@/lib/db/claims";
import { enqueueJob } from "@/lib/db/job-queue";
import { findRatingId } from "@/lib/db/scales";
import { findSourceByUrlKey, insertSource } from "@/lib/db/sources";
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

/** Gives a claim a verdict, if it is another than it has; takes it away where none is given. */
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

/** Whether a verdict says what the claim's verdict says already. */
export function isSameVerdict(before: Claim["verdict"], verdict: ClaimContent["verdict"]): boolean {
  if (!before || !verdict) return !before && !verdict;
  return (
    before.ratingKey === verdict.ratingKey &&
    // Postgres doesn't keep the order of JSON keys.
    dequal(before.rationaleDoc, verdict.rationaleDoc.doc)
  );
}

export interface EvidenceOptions {
  /** Whether a copy of each page that is cited is to be kept; by default as the settings say. */
  keepCopies?: boolean;
}

/**
 * Puts evidence in the place of a claim's. Sources are found by id or by address, else made; of pages that no copy is kept of, one
 * will be taken in the background.
 */
export async function writeEvidence(
  tx: Tx,
  actor: Actor,
  claimId: string,
  evidence: ClaimContent["evidence"],
  { keepCopies = env().keepsCited }: EvidenceOptions = {},
): Promise<Result<null, Failure>> {
  const rows: EvidenceFields[] = [];
  for (const [index, { source, ...fields }] of evidence.entries()) {
    const cited = await citedSource(tx, actor, source);
    if (!cited)
      return invalid("A source that was chosen is gone. Type it in instead.", {
        [`evidence.${index}.source`]: ["This source is gone. Type it in instead."],
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
  given: ClaimContent["evidence"][number]["source"],
): Promise<Source | null> {
  // Somebody may have merged it while the form was open.
  if ("id" in given) return findSourceOrMerged(tx, given.id);
  const keys = sourceKeysOf(given);
  const known = keys.urlKey === null ? null : await findSourceByUrlKey(tx, keys.urlKey);
  if (known) return known;
  const { source, created } = await insertSource(tx, {
    ...given,
    ...keys,
    createdById: actor.id,
  });
  if (created)
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: "source.create",
      targetType: "source",
      targetId: source.id,
      to: given,
    });
  return source;
}
