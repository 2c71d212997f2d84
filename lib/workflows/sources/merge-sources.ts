import { appendAuditEvent } from "@/lib/db/audit-events";
import { countWaitingJobs } from "@/lib/db/job-queue";
import {
  findSource,
  lockSources,
  moveToSource,
  type SourceRecord,
  updateSource as storeSource,
} from "@/lib/db/sources";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import { changesOf } from "@/lib/history/claim-record";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { err, ok, type Result } from "@/lib/result";
import { boundCsl, type CslData } from "@/lib/sources/csl-data";
import { DETAIL_FIELDS, type SourceDetails } from "@/lib/sources/source-details";
import { asResult, invalid, notFound } from "@/lib/workflows/refusals";
import { queueVisit } from "./queue-visit";
import { fieldsOf, withKeys } from "./source-fields";

/** Each detail of the source that stays, or that of the other where it has none. */
function mergedDetails(keep: SourceDetails, gone: SourceDetails): SourceDetails {
  const missing = DETAIL_FIELDS.filter((field) => keep[field] === null || keep[field]?.length === 0);
  return { ...keep, ...Object.fromEntries(missing.map((field) => [field, gone[field]])) };
}

/** Both items in one, if both were imported: fields that only the other has are added. */
function mergedCsl(keep: CslData | null, gone: CslData | null): CslData | null {
  return keep === null || gone === null ? (keep ?? gone) : boundCsl({ ...gone, ...keep }).csl;
}

/** Fills missing fields of a source from the one merged into it. */
async function fillIn(tx: Tx, keep: SourceRecord, gone: SourceRecord): Promise<void> {
  await storeSource(tx, keep.id, keep.revision, {
    ...withKeys({
      url: keep.url ?? gone.url,
      doi: keep.doi ?? gone.doi,
      title: keep.title,
      authors: keep.authors.length > 0 ? keep.authors : gone.authors,
      publisher: keep.publisher ?? gone.publisher,
      publishedOn: keep.publishedOn ?? gone.publishedOn,
      language: keep.language ?? gone.language,
      kind: keep.kind,
      primary: keep.primary || gone.primary,
      confidential: keep.confidential,
      publicDescription: keep.publicDescription ?? gone.publicDescription,
      archiveUrl: keep.archiveUrl ?? gone.archiveUrl,
      details: mergedDetails(keep.details, gone.details),
      csl: mergedCsl(keep.csl, gone.csl),
    }),
    ...(keep.url === null && {
      linkState: gone.linkState,
      linkNote: gone.linkNote,
      linkCheckedAt: gone.linkCheckedAt === null ? null : new Date(gone.linkCheckedAt),
    }),
  });
}

/**
 * Merges two sources: everything that belongs to the second moves to the first.
 * @param input.revision of the source that stays, if the caller saw it: after a change, nothing is merged
 */
export async function mergeSources(
  actor: Actor,
  { keepId, dropId, revision }: { keepId: string; dropId: string; revision?: number },
): Promise<Result<{ evidence: number }, Failure>> {
  const allowed = asResult(can(actor, "merge", "source"));
  if (!allowed.ok) return allowed;
  if (keepId === dropId) return invalid("A source cannot be merged with itself. Choose another.");
  const waiting = await countWaitingJobs("keep-copy", [dropId]);
  return inTransaction(async (tx) => {
    const both = await lockSources(tx, [keepId, dropId]);
    const keep = both.find(({ id }) => id === keepId);
    const drop = both.find(({ id }) => id === dropId);
    if (!keep || !drop) return notFound("source");
    if (revision !== undefined && keep.revision !== revision)
      return err({
        kind: "stale",
        message: "Someone changed this source. Look at it again, then merge.",
        current: keep,
      });
    if (keep.confidential !== drop.confidential)
      return invalid(
        "Only one of the two is confidential: merging them would either reveal it or hide the other. Make both confidential or neither, then merge.",
      );
    const moved = await moveToSource(tx, dropId, keepId);
    await fillIn(tx, keep, drop);
    const after = await findSource(tx, keepId);
    if (!after) return notFound("source");
    // The merged source may have been queued for saving.
    if (waiting.has(dropId) && after.url !== null && after.keptAt === null) await queueVisit(tx, after);
    const { from, to } = changesOf(fieldsOf(keep), fieldsOf(after));
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: "source.merge",
      targetType: "source",
      targetId: keepId,
      from: { ...from, merged: drop },
      to: { ...to, evidence: moved.evidence },
    });
    return ok(moved);
  });
}
