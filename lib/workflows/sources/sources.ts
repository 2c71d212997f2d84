import { z } from "zod";
import { type Attachment, listAttachments } from "@/lib/db/attachments";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { countWaitingJobs, enqueueJob } from "@/lib/db/job-queue";
import { findSnapshotBody, findSnapshotText, listSnapshots, type Snapshot } from "@/lib/db/snapshots";
import { findSourceTarget } from "@/lib/db/source-target";
import {
  countDeadLinks,
  deleteUnusedSource,
  findSource,
  findSourceByDoi,
  findSourceByUrlKey,
  listSources,
  listUses,
  lockSources,
  moveToSource,
  type SourceFields,
  type SourceRecord,
  type SourceUse,
  updateSource as storeSource,
} from "@/lib/db/sources";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { env } from "@/lib/env";
import type { Failure } from "@/lib/failure";
import { changesOf } from "@/lib/history/claim-record";
import type { Restored } from "@/lib/history/content-at";
import { type Actor, isGuest } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { err, ok, type Result } from "@/lib/result";
import { checkExcerpt, type ExcerptCheck } from "@/lib/sources/check-excerpt";
import { type CopyState, copyStateOf } from "@/lib/sources/copy-state";
import { LINK_STATES, SOURCE_KINDS } from "@/lib/sources/source";
import { sourceFields } from "@/lib/sources/source-input";
import { sourceKeysOf } from "@/lib/sources/source-keys";
import { stripUnstorableCharacters } from "@/lib/strip-unstorable";
import { asResult, invalid, notFound, parseInput } from "@/lib/workflows/refusals";

/** How many sources a page of the library shows. */
export const SOURCES_PER_PAGE = 50;

/** What the library is searched by. */
export const sourceFilter = z.object({
  query: z.string().max(300).transform(stripUnstorableCharacters).catch("").default(""),
  kind: z.enum(SOURCE_KINDS).nullable().catch(null).default(null),
  state: z
    .enum([...LINK_STATES, "unused", "not-kept"])
    .nullable()
    .catch(null)
    .default(null),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
});

export type SourceFilterInput = z.input<typeof sourceFilter>;

/** A page of the sources library. */
export async function browseSources(actor: Actor, input: SourceFilterInput) {
  const allowed = asResult(can(actor, "read", "source"));
  if (!allowed.ok) return allowed;
  const { page, ...filter } = sourceFilter.parse(input);
  const [found, dead] = await Promise.all([
    listSources(filter, SOURCES_PER_PAGE, (page - 1) * SOURCES_PER_PAGE),
    countDeadLinks(),
  ]);
  return ok({ ...found, dead, filter, page });
}

/** A source with everything that hangs on it. */
export interface SourceDetails {
  source: SourceRecord;
  uses: SourceUse[];
  snapshots: Snapshot[];
  /** The copy that is shown, with its text: the newest, or the one that was asked for. */
  shown: (Snapshot & { text: string }) | null;
  attachments: Attachment[];
  state: CopyState;
}

export async function getSource(
  actor: Actor,
  { id, snapshotId }: { id: string; snapshotId?: string | undefined },
): Promise<Result<SourceDetails, Failure>> {
  const allowed = asResult(can(actor, "read", "source"));
  if (!allowed.ok) return allowed;
  const source = await findSource(undefined, id);
  if (!source) return notFound("source");
  const [uses, snapshots, shown, attachments, waiting] = await Promise.all([
    listUses(id),
    listSnapshots(id),
    findSnapshotText(id, snapshotId),
    listAttachments(id),
    countWaitingJobs("keep-copy", [id]),
  ]);
  return ok({ source, uses, snapshots, shown, attachments, state: copyStateOf(source, waiting.has(id)) });
}

const updateInput = sourceFields.extend({ id: z.string(), revision: z.int() });

/**
 * Changes a source for all claims that use it.
 * @param options.restored the event from which these fields are put back
 */
export async function updateSource(
  actor: Actor,
  input: z.input<typeof updateInput>,
  { restored }: { restored?: Restored } = {},
): Promise<Result<SourceRecord, Failure>> {
  const allowed = asResult(can(actor, "edit", "source"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(updateInput, input);
  if (!parsed.ok) return parsed;
  const { id, revision, ...fields } = parsed.value;
  return inTransaction(async (tx) => {
    const [before] = await lockSources(tx, [id]);
    if (!before) return notFound("source");
    if (before.revision !== revision)
      return err({
        kind: "stale",
        message: "Somebody changed this source in the meantime. Compare, and save again.",
        current: before,
      });
    if (before.confidential && !fields.confidential) {
      const disclosed = asResult(can(actor, "disclose", "source"));
      if (!disclosed.ok) return disclosed;
    }
    const keyed = withKey(fields);
    const other = await findSame(tx, id, keyed);
    if (other)
      return invalid(`“${other.title}” has this address or DOI already. Merge the two instead.`, {
        [other.doi && other.doi === keyed.doi ? "doi" : "url"]: [
          "Another source has this already. Merge the two instead.",
        ],
      });
    const moved = keyed.url !== before.url;
    // What was found at an address says nothing of another.
    const after = await storeSource(tx, id, revision, { ...keyed, ...(moved && UNCHECKED) });
    if (!after) return notFound("source");
    if (moved && before.linkCheckedAt !== null && after.url !== null && !after.confidential)
      await lookUp(tx, after);
    const changes = changesOf(fieldsOf(before), fieldsOf(after));
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: restored ? "source.restore" : "source.update",
      targetType: "source",
      targetId: id,
      from: changes.from,
      to: { ...changes.to, ...(restored && { restored }) },
    });
    return ok(after);
  });
}

/** The fields of a source that people write, in the form in which they are sent. */
export function fieldsOf(source: SourceRecord) {
  const { url, doi, title, authors, publisher, publishedOn, language, kind, primary, confidential } = source;
  const { archiveUrl, publicDescription } = source;
  return {
    url,
    doi,
    title,
    authors,
    publisher,
    publishedOn,
    language,
    kind,
    primary,
    confidential,
    publicDescription,
    archiveUrl,
  };
}

const UNCHECKED = { linkState: "unchecked", linkNote: null, linkCheckedAt: null } as const;

/** Has a page visited in the background, and a copy kept where there is none. */
async function lookUp(tx: Tx, { id, keptAt }: SourceRecord): Promise<void> {
  if (env().snapshotsCitedPages)
    await enqueueJob(tx, keptAt ? "check-link" : "keep-copy", id, { sourceId: id });
}

function withKey(fields: z.output<typeof sourceFields>): SourceFields {
  return { ...fields, ...sourceKeysOf(fields) };
}

async function findSame(tx: Tx, id: string, { urlKey, doi }: SourceFields): Promise<SourceRecord | null> {
  const found = [
    urlKey === null ? null : await findSourceByUrlKey(tx, urlKey),
    doi ? await findSourceByDoi(tx, doi) : null,
  ];
  return found.find((each) => each && each.id !== id) ?? null;
}

/** What one source lacks and the other, which is gone, had. */
async function fillIn(tx: Tx, keep: SourceRecord, gone: SourceRecord): Promise<void> {
  await storeSource(tx, keep.id, keep.revision, {
    ...withKey({
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
    }),
    ...(keep.url === null && {
      linkState: gone.linkState,
      linkNote: gone.linkNote,
      linkCheckedAt: gone.linkCheckedAt === null ? null : new Date(gone.linkCheckedAt),
    }),
  });
}

/** Makes two sources one: everything that hangs on the second goes to the first. */
export async function mergeSources(
  actor: Actor,
  { keepId, dropId }: { keepId: string; dropId: string },
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
    if (keep.confidential !== drop.confidential)
      return invalid(
        "One of the two is confidential: merging them would show what it is, or hide what is shown.",
      );
    const moved = await moveToSource(tx, dropId, keepId);
    await fillIn(tx, keep, drop);
    const after = await findSource(tx, keepId);
    if (!after) return notFound("source");
    // The one that is gone may have waited for its copy.
    if (waiting.has(dropId) && after.url !== null && after.keptAt === null) await lookUp(tx, after);
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

/** Removes a source that no claim uses. */
export async function deleteSource(actor: Actor, { id }: { id: string }): Promise<Result<null, Failure>> {
  const allowed = asResult(can(actor, "delete", "source"));
  if (!allowed.ok) return allowed;
  return inTransaction(async (tx) => {
    const [source] = await lockSources(tx, [id]);
    if (!source) return notFound("source");
    if (!(await deleteUnusedSource(tx, id)))
      return invalid("Claims use this source, deleted ones among them. Merge it with another instead.");
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: "source.delete",
      targetType: "source",
      targetId: id,
      from: source,
    });
    return ok(null);
  });
}

/** An excerpt held against the newest copy of its source. */
export type ExcerptCheckResult =
  | { kind: "not-kept" }
  | (ExcerptCheck & { snapshot: { id: string; takenAt: string } });

const excerptInput = z.object({ sourceId: z.string(), excerpt: z.string().max(10_000) });

/** Whether an excerpt stands in the newest copy that is kept of its source. */
export async function checkSourceExcerpt(
  actor: Actor,
  input: z.input<typeof excerptInput>,
): Promise<Result<ExcerptCheckResult, Failure>> {
  const allowed = asResult(can(actor, "read", "source"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(excerptInput, input);
  if (!parsed.ok) return parsed;
  const snapshot = await findSnapshotText(parsed.value.sourceId);
  if (!snapshot) return ok({ kind: "not-kept" });
  const { id, takenAt } = snapshot;
  return ok({ ...checkExcerpt(snapshot.text, parsed.value.excerpt), snapshot: { id, takenAt } });
}

/** What the server of a source sent when a copy was kept, as it came. */
export async function getCopy(
  actor: Actor,
  { sourceId, snapshotId }: { sourceId: string; snapshotId: string },
): Promise<Result<{ body: Uint8Array; mediaType: string; takenAt: Date }, Failure>> {
  // Only of a guest it matters where the source is cited.
  const target = isGuest(actor) ? await findSourceTarget(sourceId) : null;
  const allowed = asResult(can(actor, "read", "source", target));
  if (!allowed.ok) return allowed;
  const kept = await findSnapshotBody(sourceId, snapshotId);
  return kept ? ok(kept) : notFound("file");
}
