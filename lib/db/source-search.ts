import { COUNT_READS } from "@/lib/capped-count";
import type { LinkState, Source, SourceKind } from "@/lib/sources/source";
import { withoutAccents } from "@/lib/sources/title-key";
import { Prisma } from "./generated/client";
import { isUuid } from "./is-uuid";
import { type SourceRecord, toSource, toSourceRecord, withNewestSnapshot, withoutCsl } from "./sources";
import { clientOf } from "./transaction";

export interface SourceFilter {
  /** Words in the title, the authors, the publisher or the address. */
  query: string;
  kind: SourceKind | null;
  /** "unused": no claim uses it; "not-saved": it has an address and no copy. */
  state: LinkState | "unused" | "not-saved" | null;
}

/** Words of a query that are searched for. */
const MAX_WORDS = 8;
/** Most recently changed sources in which a search looks first. A frequent word is found there, and a rare one through its index. */
const RECENT = 2_000;

/**
 * The words of a query as conditions on "Source" s. Each is a LIKE of its own: the trigram index serves those, and not LIKE ALL of an
 * array.
 */
function wordConditions(query: string): Prisma.Sql[] {
  const words = query.split(/\s+/).filter(Boolean).slice(0, MAX_WORDS);
  const contains = (word: string) =>
    Prisma.sql`s."searchText" LIKE lower(${`%${word.replace(/[\\%_]/g, "\\$&")}%`})`;
  return words.map((word) => {
    // Titles are also stored without their accents.
    const plain = withoutAccents(word);
    if (plain === word.toLowerCase()) return contains(word);
    return Prisma.sql`(${contains(word)} OR ${contains(plain)})`;
  });
}

/** A filter as a condition on "Source" s. */
function conditionOf({ query, kind, state }: SourceFilter): Prisma.Sql {
  const conditions = wordConditions(query);
  if (kind) conditions.push(Prisma.sql`s."kind" = ${kind}::"SourceKind"`);
  if (state === "unused")
    conditions.push(Prisma.sql`NOT EXISTS (SELECT 1 FROM "Evidence" e WHERE e."sourceId" = s."id")`);
  else if (state === "not-saved")
    conditions.push(
      Prisma.sql`s."url" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Snapshot" k WHERE k."sourceId" = s."id")`,
    );
  else if (state) conditions.push(Prisma.sql`s."linkState" = ${state}::"LinkState"`);
  return conditions.length === 0 ? Prisma.sql`true` : Prisma.join(conditions, " AND ");
}

/** Ids of the sources that match a filter, most recently changed first. */
async function idsOf(filter: SourceFilter, limit: number, offset: number): Promise<string[]> {
  const condition = conditionOf(filter);
  const wanted = limit + offset;
  const rows =
    wordConditions(filter.query).length === 0
      ? await clientOf().$queryRaw<{ id: string }[]>`
          SELECT s."id" FROM "Source" s WHERE ${condition}
          ORDER BY s."updatedAt" DESC, s."id" LIMIT ${limit} OFFSET ${offset}`
      : await clientOf().$queryRaw<{ id: string }[]>`
          WITH recent AS MATERIALIZED (
            SELECT s."id", s."updatedAt"
            FROM (SELECT * FROM "Source" s ORDER BY s."updatedAt" DESC, s."id" LIMIT ${RECENT}) s
            WHERE ${condition} ORDER BY s."updatedAt" DESC, s."id" LIMIT ${wanted}
          ), matches AS MATERIALIZED (
            SELECT s."id", s."updatedAt" FROM "Source" s
            WHERE ${condition} AND (SELECT count(*) FROM recent) < ${wanted}
          )
          SELECT "id" FROM (SELECT * FROM recent UNION SELECT * FROM matches) found
          ORDER BY "updatedAt" DESC, "id" LIMIT ${limit} OFFSET ${offset}`;
  return rows.map(({ id }) => id);
}

/** Number of sources with dead links, each counted to one more than `COUNT_LIMIT`. */
export async function countDeadLinks(): Promise<Record<"gone" | "unreachable", number>> {
  const count = (linkState: LinkState) =>
    clientOf().source.count({ where: { linkState }, take: COUNT_READS });
  const [gone, unreachable] = await Promise.all([count("gone"), count("unreachable")]);
  return { gone, unreachable };
}

/**
 * Sources without uses or copies are counted newest first: the newest are the most likely to have none, and Postgres then tries one source
 * after the other, instead of comparing all sources with all uses.
 */
const orderForCount = ({ state }: SourceFilter) =>
  state === "unused" || state === "not-saved"
    ? Prisma.sql`ORDER BY s."updatedAt" DESC, s."id"`
    : Prisma.empty;

/** Numbers of claims that use sources, without deleted claims. */
async function countUses(ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await clientOf().$queryRaw<{ id: string; uses: number }[]>`
    SELECT e."sourceId" AS "id", count(*)::int AS "uses"
    FROM "Evidence" e JOIN "Claim" c ON c."id" = e."claimId"
    WHERE e."sourceId" = ANY (${[...ids]}::uuid[]) AND c."deletedAt" IS NULL
    GROUP BY e."sourceId"`;
  return new Map(rows.map(({ id, uses }) => [id, uses]));
}

/**
 * Sources that match a filter, most recently changed first, with the number of all matches and of confidential ones among them.
 * @returns the numbers count to one more than `COUNT_LIMIT`
 */
export async function listSources(
  filter: SourceFilter,
  limit: number,
  offset = 0,
): Promise<{ sources: (SourceRecord & { uses: number })[]; total: number; confidential: number }> {
  // The count takes as long as the page, so they run side by side.
  const [[counts], sources] = await Promise.all([
    clientOf().$queryRaw<{ total: number; confidential: number }[]>`
      SELECT count(*)::int AS "total", (count(*) FILTER (WHERE "confidential"))::int AS "confidential"
      FROM (
        SELECT s."confidential" FROM "Source" s WHERE ${conditionOf(filter)} ${orderForCount(filter)} LIMIT ${COUNT_READS}
      ) counted`,
    idsOf(filter, limit, offset).then(readWithUses),
  ]);
  return { sources, total: counts?.total ?? 0, confidential: counts?.confidential ?? 0 };
}

/** Sources in the order of their ids, with the number of claims that use each. */
async function readWithUses(ids: readonly string[]): Promise<(SourceRecord & { uses: number })[]> {
  const [rows, uses] = await Promise.all([
    clientOf().source.findMany({ where: { id: { in: [...ids] } }, include: withNewestSnapshot }),
    countUses(ids),
  ]);
  const byId = new Map(rows.map((row) => [row.id, { ...toSourceRecord(row), uses: uses.get(row.id) ?? 0 }]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** All sources that match a filter, in steps, newest first. @param after the last id of the step before */
export async function listMatchingSources(
  filter: SourceFilter,
  limit: number,
  after: string | null,
): Promise<SourceRecord[]> {
  const behind = after !== null && isUuid(after) ? Prisma.sql`s."id" < ${after}::uuid` : Prisma.sql`true`;
  const ids = await clientOf().$queryRaw<{ id: string }[]>`
    SELECT s."id" FROM "Source" s WHERE ${conditionOf(filter)} AND ${behind} ORDER BY s."id" DESC LIMIT ${limit}`;
  const rows = await clientOf().source.findMany({
    where: { id: { in: ids.map(({ id }) => id) } },
    orderBy: { id: "desc" },
    include: withNewestSnapshot,
  });
  return rows.map(toSourceRecord);
}

/**
 * Sources that contain each of the words, newest first, after a certain one, so that pages stay stable while others are added.
 * @returns `total` counts to one more than `COUNT_LIMIT`
 */
export async function listSourcesAfter(
  query: string,
  limit: number,
  after: string | null,
): Promise<{ items: SourceRecord[]; nextCursor: string | null; total: number }> {
  const filter: SourceFilter = { query, kind: null, state: null };
  const [found, [counted]] = await Promise.all([
    listMatchingSources(filter, limit + 1, after),
    clientOf().$queryRaw<{ total: number }[]>`
      SELECT count(*)::int AS "total"
      FROM (SELECT 1 FROM "Source" s WHERE ${conditionOf(filter)} LIMIT ${COUNT_READS}) counted`,
  ]);
  const items = found.slice(0, limit);
  return {
    items,
    nextCursor: found.length > limit ? (items.at(-1)?.id ?? null) : null,
    total: counted?.total ?? 0,
  };
}

/** Sources that contain each of the words, most recently changed first, for suggestions while typing. */
export async function searchSources(query: string, limit: number): Promise<Source[]> {
  const ids = await idsOf({ query, kind: null, state: null }, limit, 0);
  const rows = await clientOf().source.findMany({
    where: { id: { in: ids } },
    include: withNewestSnapshot,
    omit: withoutCsl,
  });
  const byId = new Map(rows.map((row) => [row.id, toSource(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
