import { isDeepStrictEqual } from "node:util";
import type { CslData } from "@/lib/sources/csl-data";
import type { LinkState, Source, SourceKind } from "@/lib/sources/source";
import { NO_DETAILS, type SourceDetails } from "@/lib/sources/source-details";
import { Prisma, type Source as SourceRow } from "./generated/client";
import { isUuid } from "./is-uuid";
import { clientOf, type Tx } from "./transaction";

/** Includes the time of a source's newest saved copy. */
export const withNewestSnapshot = {
  snapshots: { select: { takenAt: true }, orderBy: { takenAt: "desc" }, take: 1 },
} as const satisfies Prisma.SourceInclude;

/** For queries of many sources: the item can be long. */
export const withoutCsl = { csl: true } as const satisfies Prisma.SourceOmit;

type SourceWithSnapshot = Omit<SourceRow, "csl"> & { snapshots: { takenAt: Date }[] };

/** The columns that a source is mapped from. */
type SourceFacts = Pick<SourceRow, Exclude<keyof Source, "keptAt">>;

export function toSource(row: SourceFacts & Pick<SourceWithSnapshot, "snapshots">): Source {
  return {
    id: row.id,
    url: row.url,
    doi: row.doi,
    title: row.title,
    authors: row.authors,
    publisher: row.publisher,
    // Rows of earlier releases have none, and lack the details that were added since.
    details: { ...NO_DETAILS, ...(row.details as Partial<SourceDetails> | null) },
    publishedOn: row.publishedOn,
    language: row.language,
    kind: row.kind,
    primary: row.primary,
    confidential: row.confidential,
    publicDescription: row.publicDescription,
    archiveUrl: row.archiveUrl,
    keptAt: row.snapshots[0]?.takenAt.toISOString() ?? null,
    linkState: row.linkState,
  };
}

/** A source as stored for the desk. */
export interface SourceRecord extends Source {
  /** Raised by every change; an edit made on an older revision is a conflict. */
  revision: number;
  /** The CSL-JSON item that it was imported from. */
  csl: CslData | null;
  /** ISO 8601 instant. */
  linkCheckedAt: string | null;
  /** Result of the last link check, as shown on the desk. */
  linkNote: string | null;
}

/** For lib/db only. */
export function toSourceRecord(row: SourceWithSnapshot & Pick<SourceRow, "csl">): SourceRecord {
  return {
    ...toSource(row),
    revision: row.revision,
    csl: row.csl as CslData | null,
    linkCheckedAt: row.linkCheckedAt?.toISOString() ?? null,
    linkNote: row.linkNote,
  };
}

export async function findSource(tx: Tx | undefined, id: string): Promise<SourceRecord | null> {
  if (!isUuid(id)) return null;
  const row = await clientOf(tx).source.findUnique({ where: { id }, include: withNewestSnapshot });
  return row && toSourceRecord(row);
}

/** Sources by their ids, as the claims that cite them show them. */
export async function listCitedSources(ids: readonly string[], tx?: Tx): Promise<Map<string, Source>> {
  if (ids.length === 0) return new Map();
  const rows = await clientOf(tx).$queryRaw<(SourceFacts & { keptAt: Date | null })[]>`
    SELECT s."id", s."url", s."doi", s."title", s."authors", s."publisher", s."details", s."publishedOn", s."language", s."kind"::text, s."primary",
      s."confidential", s."publicDescription", s."archiveUrl", s."linkState"::text,
      (SELECT max(k."takenAt") FROM "Snapshot" k WHERE k."sourceId" = s."id") AS "keptAt"
    FROM "Source" s WHERE s."id" = ANY (${ids}::uuid[])`;
  return new Map(
    rows.map(({ keptAt, ...row }) => [
      row.id,
      toSource({ ...row, snapshots: keptAt ? [{ takenAt: keptAt }] : [] }),
    ]),
  );
}

/** Sources by their ids, as the desk stores them. */
export async function findSources(ids: readonly string[]): Promise<Map<string, SourceRecord>> {
  const rows = await clientOf().source.findMany({
    where: { id: { in: ids.filter(isUuid) } },
    include: withNewestSnapshot,
  });
  return new Map(rows.map((row) => [row.id, toSourceRecord(row)]));
}

/** Reads sources and locks them until the transaction ends. */
export async function lockSources(tx: Tx, ids: readonly string[]): Promise<SourceRecord[]> {
  const known = ids.filter(isUuid);
  await clientOf(tx)
    .$queryRaw`SELECT 1 FROM "Source" WHERE "id" = ANY (${known}::uuid[]) ORDER BY "id" FOR UPDATE`;
  const rows = await clientOf(tx).source.findMany({
    where: { id: { in: known } },
    include: withNewestSnapshot,
  });
  return rows.map(toSourceRecord);
}

/** The source at an address or, if there is none, that of a DOI; or the one that it was merged into. */
export async function findSourceByKeys(
  tx: Tx | undefined,
  { urlKey, doi }: { urlKey: string | null; doi: string | null },
): Promise<Source | null> {
  return (
    (urlKey === null ? null : await findByKey(tx, { urlKey }, `url:${urlKey}`)) ??
    (doi === null ? null : await findByKey(tx, { doi }, `doi:${doi}`))
  );
}

async function findByKey(
  tx: Tx | undefined,
  key: { urlKey: string } | { doi: string },
  alias: string,
): Promise<Source | null> {
  const client = clientOf(tx);
  const row = await client.source.findUnique({ where: key, include: withNewestSnapshot, omit: withoutCsl });
  if (row) return toSource(row);
  const merged = await client.sourceAlias.findFirst({
    // A former address must not lead to a source that became confidential.
    where: { key: alias, source: { confidential: false } },
    include: { source: { include: withNewestSnapshot, omit: withoutCsl } },
  });
  return merged && toSource(merged.source);
}

/** The fields of a source that people write. */
export interface SourceFields {
  url: string | null;
  urlKey: string | null;
  doi?: string | null;
  title: string;
  titleKey: string | null;
  authors?: string[];
  publisher: string | null;
  details?: SourceDetails;
  /** Missing keeps what is stored. */
  csl?: CslData | null | undefined;
  publishedOn: string | null;
  language?: string | null;
  kind: SourceKind;
  primary: boolean;
  confidential: boolean;
  publicDescription?: string | null;
  archiveUrl?: string | null;
}

/** Fields as Prisma stores them. A source without details has none stored. */
function withJson<Fields extends Partial<SourceFields>>({ details, csl, ...fields }: Fields) {
  const isEmpty = isDeepStrictEqual(details, NO_DETAILS);
  return {
    ...fields,
    ...(details && { details: isEmpty ? Prisma.DbNull : { ...details } }),
    ...(csl !== undefined && { csl: csl === null ? Prisma.DbNull : (csl as Prisma.InputJsonObject) }),
  };
}

/** Stores a source. If another with its address or DOI was stored at the same moment, that one is returned. */
export async function insertSource(
  tx: Tx,
  source: SourceFields & { createdById: string },
): Promise<{ source: Source; created: boolean }> {
  const client = clientOf(tx);
  const rows = await client.source.createManyAndReturn({
    data: [withJson(source)],
    skipDuplicates: true,
  });
  if (rows[0]) return { source: toSource({ ...rows[0], snapshots: [] }), created: true };
  const existing = await client.source.findFirstOrThrow({
    where: { OR: [{ urlKey: source.urlKey ?? "" }, { doi: source.doi ?? "" }] },
    include: withNewestSnapshot,
  });
  return { source: toSource(existing), created: false };
}

/** Changes a source if its revision still matches. @returns null if it does not */
export async function updateSource(
  tx: Tx,
  id: string,
  revision: number,
  fields: Partial<SourceFields & LinkCheck>,
): Promise<SourceRecord | null> {
  const client = clientOf(tx);
  const { count } = await client.source.updateMany({
    where: { id, revision },
    data: { ...withJson(fields), revision: { increment: 1 } },
  });
  return count === 0 ? null : findSource(tx, id);
}

/** The result of a link check. */
export interface LinkCheck {
  linkState: LinkState;
  /** A message for the desk, if any. */
  linkNote: string | null;
  /** Null if never checked. */
  linkCheckedAt: Date | null;
}

/** Stores the result of a link check. This is not an edit: the revision stays the same. */
export async function recordLinkState(id: string, found: LinkCheck, tx?: Tx): Promise<void> {
  await clientOf(tx).source.updateMany({ where: { id }, data: found });
}

/** Stores a source's archived address unless it has one. @returns whether it was stored */
export async function recordArchive(tx: Tx, id: string, archiveUrl: string): Promise<boolean> {
  const { count } = await clientOf(tx).source.updateMany({
    where: { id, archiveUrl: null },
    data: { archiveUrl, revision: { increment: 1 } },
  });
  return count > 0;
}

/** Sources whose links were last checked before a time, longest ago first; never checked ones are excluded. */
export async function listLinksDue(notSince: Date, limit: number): Promise<string[]> {
  const rows = await clientOf().source.findMany({
    where: { url: { not: null }, confidential: false, linkCheckedAt: { lt: notSince } },
    orderBy: { linkCheckedAt: "asc" },
    select: { id: true },
    take: limit,
  });
  return rows.map(({ id }) => id);
}

/** Moves everything that belongs to one source to another, and deletes the first. */
export async function moveToSource(tx: Tx, fromId: string, toId: string): Promise<{ evidence: number }> {
  const client = clientOf(tx);
  const evidence = await client.evidence.updateMany({
    where: { sourceId: fromId },
    data: { sourceId: toId },
  });
  await client.snapshot.updateMany({ where: { sourceId: fromId }, data: { sourceId: toId } });
  await client.attachment.updateMany({ where: { sourceId: fromId }, data: { sourceId: toId } });
  await client.sourceAlias.updateMany({ where: { sourceId: fromId }, data: { sourceId: toId } });
  const { urlKey, doi } = await client.source.delete({ where: { id: fromId } });
  const keys = [urlKey && `url:${urlKey}`, doi && `doi:${doi}`].filter((key) => key !== null);
  for (const key of keys)
    await client.sourceAlias.upsert({
      where: { key },
      create: { key, sourceId: toId },
      update: { sourceId: toId },
    });
  return { evidence: evidence.count };
}

/** Deletes a source that no claim uses. @returns whether it existed and was unused */
export async function deleteUnusedSource(tx: Tx, id: string): Promise<boolean> {
  const { count } = await clientOf(tx).source.deleteMany({ where: { id, evidence: { none: {} } } });
  return count > 0;
}

/** A claim that uses a source. */
export interface SourceUse {
  claimId: string;
  statement: string;
  articleId: string;
  articleTitle: string;
  stance: string;
  excerpt: string | null;
}

/** The claims that use a source, newest first, without deleted ones. */
export async function listUses(sourceId: string): Promise<SourceUse[]> {
  if (!isUuid(sourceId)) return [];
  const rows = await clientOf().evidence.findMany({
    where: { sourceId, claim: { deletedAt: null } },
    orderBy: { claim: { createdAt: "desc" } },
    select: {
      stance: true,
      excerpt: true,
      claim: { select: { id: true, statement: true, article: { select: { id: true, title: true } } } },
    },
    take: 200,
  });
  return rows.map(({ stance, excerpt, claim }) => ({
    claimId: claim.id,
    statement: claim.statement,
    articleId: claim.article.id,
    articleTitle: claim.article.title,
    stance,
    excerpt,
  }));
}
