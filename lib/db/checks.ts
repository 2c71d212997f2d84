import { COUNT_READS } from "@/lib/capped-count";
import type { Check, CheckPoint } from "@/lib/checklist/check";
import type { PersonName } from "@/lib/claims/claim";
import type { Role } from "@/lib/policies/actor";
import { Prisma } from "./generated/client";
import { isUuid } from "./is-uuid";
import { toPersonName } from "./person-name";
import { clientOf } from "./transaction";

interface Row extends Omit<Check, "at" | "by" | "undone"> {
  at: Date;
  byId: string;
  byName: string;
  byRole: Role;
  undoneAt: Date | null;
  undoneById: string | null;
  undoneByName: string | null;
  undoneByRole: Role | null;
}

export interface CheckFilter {
  articleId: string;
  /** Only what this person did or undid. */
  personId?: string | null;
}

/**
 * The record of checking as rows: ticks, verdicts, approvals, and the votes that made an approval. Votes on a claim that is not approved
 * are secret.
 */
function recordOf({ articleId, personId = null }: CheckFilter): Prisma.Sql {
  const byPerson = (column: string) =>
    personId === null ? Prisma.empty : Prisma.sql`AND ${Prisma.raw(column)} = ${personId}::uuid`;
  const ofTick =
    personId === null
      ? Prisma.empty
      : Prisma.sql`AND (t."byId" = ${personId}::uuid OR t."undoneById" = ${personId}::uuid)`;
  return Prisma.sql`
    SELECT 't-' || t."id" AS "id", t."at", t."byId",
      CASE t."outcome" WHEN 'skipped' THEN 'skipped' ELSE 'ticked' END AS "action", t."kind"::text AS "kind", t."exact" AS "passage",
      NULL::int AS "claimNumber", NULL::text AS "rating", t."reason", t."undoneAt", t."undoneById", t."versionId", NULL::uuid AS "claimId",
      t."undoneAt" IS NULL AND EXISTS (
        SELECT 1 FROM "TickAnchor" n JOIN "Article" a ON a."currentVersionId" = n."versionId" WHERE n."tickId" = t."id" AND a."id" = t."articleId"
      ) AS "current"
    FROM "Tick" t WHERE t."articleId" = ${articleId}::uuid ${ofTick}
    UNION ALL
    SELECT 'v-' || d."id", d."givenAt", d."givenById", 'verdict', 'claim', c."statement", c."number", r."label", NULL, NULL, NULL, NULL, c."id",
      c."deletedAt" IS NULL AND c."currentVerdictId" IS NOT DISTINCT FROM d."id"
    FROM "Verdict" d JOIN "Claim" c ON c."id" = d."claimId" JOIN "Rating" r ON r."id" = d."ratingId"
    WHERE c."articleId" = ${articleId}::uuid ${byPerson('d."givenById"')}
    UNION ALL
    SELECT 'r-' || w."id", w."at", w."actorId", 'approved', 'claim', c."statement", c."number", (
        SELECT r."label" FROM "Verdict" d JOIN "Rating" r ON r."id" = d."ratingId"
        WHERE d."claimId" = c."id" AND d."givenAt" <= w."at" ORDER BY d."givenAt" DESC, d."id" DESC LIMIT 1
      ), NULL, NULL, NULL, NULL, c."id",
      c."deletedAt" IS NULL AND c."contentRevision" = w."contentRevision" AND c."state" IN ('approved', 'published')
    FROM "Review" w JOIN "Claim" c ON c."id" = w."claimId"
    WHERE c."articleId" = ${articleId}::uuid AND w."action" IN ('approve', 'settle') ${byPerson('w."actorId"')}
    UNION ALL
    SELECT 'b-' || b."id", b."at", b."voterId", 'approved', 'claim', c."statement", c."number", r."label", NULL, NULL, NULL, NULL, c."id",
      c."deletedAt" IS NULL
    FROM "Vote" b JOIN "Claim" c ON c."id" = b."claimId" JOIN "Rating" r ON r."id" = b."ratingId"
    WHERE c."articleId" = ${articleId}::uuid AND c."contentRevision" = b."contentRevision" AND c."state" IN ('approved', 'published')
      AND NOT b."byGuest" ${byPerson('b."voterId"')}`;
}

/**
 * A page of the record of checking, newest first.
 * @param after only what is older than this point
 */
export async function listChecks(
  filter: CheckFilter,
  { after = null, offset = 0, limit }: { after?: CheckPoint | null; offset?: number; limit: number },
): Promise<Check[]> {
  if (!isUuid(filter.articleId)) return [];
  const from = after
    ? Prisma.sql`WHERE (e."at", e."id") < (${new Date(after.at)}::timestamptz, ${after.id})`
    : Prisma.empty;
  const rows = await clientOf().$queryRaw<Row[]>`
    SELECT p."id", p."at", p."byId", u."name" AS "byName", u."role"::text AS "byRole", p."action", p."kind", p."claimId", p."claimNumber", p."rating",
      p."reason", p."current", p."undoneAt", p."undoneById", x."name" AS "undoneByName", x."role"::text AS "undoneByRole",
      coalesce(n."exact", p."passage") AS "passage", v."number" AS "version"
    FROM (SELECT * FROM (${recordOf(filter)}) e ${from} ORDER BY e."at" DESC, e."id" DESC LIMIT ${limit} OFFSET ${offset}) p
    JOIN "User" u ON u."id" = p."byId"
    LEFT JOIN "User" x ON x."id" = p."undoneById"
    JOIN LATERAL (
      SELECT v."id", v."number" FROM "ArticleVersion" v
      WHERE v."articleId" = ${filter.articleId}::uuid AND (v."id" = p."versionId" OR (p."versionId" IS NULL AND (v."createdAt" <= p."at" OR v."number" = 1)))
      ORDER BY v."number" DESC LIMIT 1
    ) v ON true
    LEFT JOIN "Anchor" n ON n."claimId" = p."claimId" AND n."versionId" = v."id" AND n."outcome" <> 'orphaned'
    ORDER BY p."at" DESC, p."id" DESC`;
  return rows.map(
    ({ byId, byName, byRole, undoneAt, undoneById, undoneByName, undoneByRole, at, ...row }) => ({
      ...row,
      at: at.toISOString(),
      by: toPersonName({ id: byId, name: byName, role: byRole }),
      undone:
        undoneAt && undoneById && undoneByName && undoneByRole
          ? {
              by: toPersonName({ id: undoneById, name: undoneByName, role: undoneByRole }),
              at: undoneAt.toISOString(),
            }
          : null,
    }),
  );
}

/** How many entries a record has, counted up to 1,001. */
export async function countChecks(filter: CheckFilter): Promise<number> {
  if (!isUuid(filter.articleId)) return 0;
  const [row] = await clientOf().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM (SELECT 1 FROM (${recordOf(filter)}) e LIMIT ${COUNT_READS}) c`;
  return row?.count ?? 0;
}

/** Everyone in a record, by name. */
export async function listCheckers(articleId: string): Promise<PersonName[]> {
  if (!isUuid(articleId)) return [];
  const rows = await clientOf().$queryRaw<{ id: string; name: string; role: Role }[]>`
    SELECT u."id", u."name", u."role"::text FROM "User" u
    WHERE u."id" IN (
      SELECT e."byId" FROM (${recordOf({ articleId })}) e UNION SELECT e."undoneById" FROM (${recordOf({ articleId })}) e
    )
    ORDER BY u."name", u."id"`;
  return rows.map(toPersonName);
}
