import type { PublicClaim, SourceUse } from "@/lib/archive/public-claim";
import { COUNT_READS } from "@/lib/capped-count";
import type { Rating } from "@/lib/ratings/rating";
import { Prisma } from "./generated/client";
import { isUuid } from "./is-uuid";
import {
  type ClaimRow,
  claimColumns,
  inOrder,
  type ListPage,
  ownRank,
  pageOf,
  toPublicClaim,
} from "./public-lists";
import { behind, type PageQuery } from "./public-matches";
import { clientOf } from "./transaction";

/* What readers see of claimants and sources: of the desk's own rows only which are the same, and which are confidential. */

/** Claimants and sources that were merged into one another and are read as one. */
const MAX_MERGED = 50;

/** The ids under which publications name a claimant. @param code the end of the id, from an address */
export async function findClaimantIds(code: string): Promise<{ id: string; ids: string[] } | null> {
  const [row] = await clientOf().$queryRaw<{ id: string }[]>`
    SELECT coalesce("mergedIntoId", "id")::text AS "id" FROM "Claimant" WHERE right("id"::text, 10) = ${code} ORDER BY "id" LIMIT 1`;
  if (!row) return null;
  const merged = await clientOf().claimant.findMany({
    where: { mergedIntoId: row.id },
    select: { id: true },
    take: MAX_MERGED,
  });
  return { id: row.id, ids: [row.id, ...merged.map(({ id }) => id)] };
}

/** The claims of a claimant, newest first. */
export async function listClaimsOfClaimant(
  ids: readonly string[],
  { limit, after }: PageQuery,
): Promise<ListPage<PublicClaim>> {
  const [rows, [counted]] = await Promise.all([
    // One after the other, so that each has its order from the index.
    clientOf().$queryRaw<ClaimRow[]>`
      SELECT c.* FROM unnest(${[...ids]}::text[]) id CROSS JOIN LATERAL (
        SELECT ${claimColumns} FROM "PublicClaim" c WHERE c."claimantId" = id AND ${behind(after, ownRank)}
        ORDER BY ${inOrder} LIMIT ${limit + 1}
      ) c ORDER BY ${inOrder} LIMIT ${limit + 1}`,
    clientOf().$queryRaw<{ total: number }[]>`
      SELECT count(*)::int AS "total" FROM (SELECT 1 FROM "PublicClaim" WHERE "claimantId" = ANY (${[...ids]}::text[]) LIMIT ${COUNT_READS}) c`,
  ]);
  return { ...pageOf(rows.map(toPublicClaim), limit), total: counted?.total ?? 0 };
}

/** How many claims of a claimant have each rating, most first. Each rating is shown as it was published last. */
export async function countRatingsOfClaimant(
  ids: readonly string[],
): Promise<{ rating: Rating; count: number }[]> {
  return clientOf().$queryRaw<{ rating: Rating; count: number }[]>`
    SELECT n."rating", k."count" FROM (
      SELECT "ratingKey", count(*)::int AS "count" FROM "PublicClaim" WHERE "claimantId" = ANY (${[...ids]}::text[]) GROUP BY 1
    ) k CROSS JOIN LATERAL (
      SELECT c."rating" FROM "PublicClaim" c WHERE c."claimantId" = ANY (${[...ids]}::text[]) AND c."ratingKey" = k."ratingKey"
      ORDER BY c."publishedAt" DESC LIMIT 1
    ) n ORDER BY k."count" DESC, k."ratingKey"`;
}

/** The names under which publications name a claimant, the last first. */
export async function listPublishedNames(ids: readonly string[]): Promise<string[]> {
  const rows = await clientOf().$queryRaw<{ name: string }[]>`
    SELECT r."name" FROM (
      SELECT c."name", c."publishedAt" FROM unnest(${[...ids]}::text[]) id CROSS JOIN LATERAL (
        SELECT c."claimant" ->> 'name' AS "name", c."publishedAt" FROM "PublicClaim" c WHERE c."claimantId" = id
        ORDER BY c."publishedAt" DESC LIMIT 500
      ) c ORDER BY c."publishedAt" DESC LIMIT 500
    ) r GROUP BY r."name" ORDER BY max(r."publishedAt") DESC LIMIT 10`;
  return rows.map(({ name }) => name);
}

/**
 * The ids under which publications name a source; null if it does not exist for readers: one that is confidential now is not shown, whatever was
 * published before.
 */
export async function findSourceIds(sourceId: string): Promise<{ id: string; ids: string[] } | null> {
  if (!isUuid(sourceId)) return null;
  const id = await lastMergedInto(sourceId.toLowerCase());
  const rows = await clientOf().$queryRaw<{ id: string | null }[]>`
    SELECT e."from" #>> '{merged,id}' AS "id" FROM "AuditEvent" e
    WHERE e."targetType" = 'source' AND e."targetId" = ${id} AND e."action" = 'source.merge' LIMIT ${MAX_MERGED}`;
  const ids = [id, ...rows.flatMap((row) => row.id ?? [])];
  const confidential = await clientOf().source.findFirst({
    where: { id: { in: ids.filter(isUuid) }, confidential: true },
    select: { id: true },
  });
  return confidential ? null : { id, ids };
}

/** Merges of merges that are followed. */
const MAX_STEPS = 10;

async function lastMergedInto(id: string): Promise<string> {
  let last = id;
  for (let step = 0; step < MAX_STEPS; step++) {
    const [row] = await clientOf().$queryRaw<{ id: string }[]>(
      Prisma.sql`SELECT e."targetId" AS "id" FROM "AuditEvent" e
        WHERE e."action" = 'source.merge' AND e."from" #>> '{merged,id}' = ${last} ORDER BY e."id" DESC LIMIT 1`,
    );
    if (!row) return last;
    last = row.id;
  }
  return last;
}

type UseRow = ClaimRow & Pick<SourceUse, "stances" | "source">;

/** The claims that a source was used for, newest first. */
export async function listUsesOfSource(
  ids: readonly string[],
  { limit, after }: PageQuery,
): Promise<ListPage<SourceUse>> {
  const [rows, [counted]] = await Promise.all([
    clientOf().$queryRaw<UseRow[]>`
      SELECT ${claimColumns}, u."stances", u."source" FROM (
        SELECT c.* FROM unnest(${[...ids]}::text[]) id CROSS JOIN LATERAL (
          SELECT * FROM "PublicSourceUse" c WHERE c."sourceId" = id AND ${behind(after, ownRank)} ORDER BY ${inOrder} LIMIT ${limit + 1}
        ) c ORDER BY ${inOrder} LIMIT ${limit + 1}
      ) u JOIN "PublicClaim" c ON c."articleId" = u."articleId" AND c."number" = u."number" ORDER BY ${inOrder}`,
    clientOf().$queryRaw<{ total: number }[]>`
      SELECT count(*)::int AS "total" FROM (SELECT 1 FROM "PublicSourceUse" WHERE "sourceId" = ANY (${[...ids]}::text[]) LIMIT ${COUNT_READS}) c`,
  ]);
  const uses = rows.map(({ stances, source, ...row }) => ({ ...toPublicClaim(row), stances, source }));
  return { ...pageOf(uses, limit), total: counted?.total ?? 0 };
}
