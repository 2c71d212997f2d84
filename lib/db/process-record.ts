import { Prisma } from "./generated/client";
import { clientOf } from "./transaction";

/** How many steps there were in a period, counted to one more than a limit. */
export async function countStepsIn(
  { from, before }: { from: Date; before: Date },
  limit: number,
): Promise<number> {
  const [row] = await clientOf().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM (
      SELECT 1 FROM "Review" WHERE "at" >= ${from} AND "at" < ${before} LIMIT ${limit + 1}
    ) counted`;
  return row?.count ?? 0;
}

/**
 * What happened to claims in a period, as JSON of a `ProcessRecord`. Postgres writes the text, because hundreds of thousands of rows would hold up this
 * process if they were read one by one.
 * @param personId of the person whose figures are wanted; null for none
 */
export async function readProcessRecord(
  { from, before }: { from: Date; before: Date },
  personId: string | null,
): Promise<string> {
  const client = clientOf();
  const isIn = (column: string) =>
    Prisma.sql`${Prisma.raw(column)} >= ${from} AND ${Prisma.raw(column)} < ${before}`;
  const byPerson = (column: string) =>
    personId === null ? Prisma.sql`0` : Prisma.sql`(${Prisma.raw(column)} = ${personId}::uuid)::int`;
  // The steps of a claim need those before the period: a stage that ends in it can have begun before.
  const [[steps], [ballots], [corrections]] = await Promise.all([
    client.$queryRaw<{ json: string | null }[]>`
      WITH touched AS MATERIALIZED (SELECT DISTINCT "claimId" FROM "Review" WHERE ${isIn('"at"')}),
      steps AS (
        SELECT c."id" AS "claim", 'create' AS "action", 'draft' AS "to", c."createdAt" AS "at", NULL::uuid AS "id",
          ${byPerson('c."createdById"')} AS "by"
        FROM touched t JOIN "Claim" c ON c."id" = t."claimId"
        UNION ALL
        SELECT r."claimId", r."action"::text, r."toState"::text, r."at", r."id", ${byPerson('r."actorId"')}
        FROM touched t JOIN "Review" r ON r."claimId" = t."claimId" AND r."at" < ${before}
      ),
      numbered AS (SELECT dense_rank() OVER (ORDER BY "claim") AS "n", s.* FROM steps s)
      SELECT json_agg(
        json_build_array("n", "action", "to", extract(epoch FROM "at")::bigint, "by") ORDER BY "n", "at", "id" NULLS FIRST
      )::text AS "json" FROM numbered`,
    client.$queryRaw<{ json: string | null }[]>`
      WITH touched AS MATERIALIZED (
        SELECT DISTINCT "claimId", "contentRevision" FROM "Vote" WHERE ${isIn('"at"')}
      ),
      ballots AS (
        SELECT max(v."at") AS "at", min(r."scaleId"::text) AS "scale", json_agg(r."key") AS "ratings"
        FROM touched t
        JOIN "Vote" v ON v."claimId" = t."claimId" AND v."contentRevision" = t."contentRevision"
        JOIN "Rating" r ON r."id" = v."ratingId"
        GROUP BY v."claimId", v."contentRevision"
        HAVING count(*) > 1 AND max(v."at") < ${before}
      )
      SELECT json_agg(json_build_array(extract(epoch FROM "at")::bigint, "scale", "ratings"))::text AS "json" FROM ballots`,
    client.$queryRaw<{ json: string | null }[]>`
      SELECT json_agg("at")::text AS "json" FROM (
        SELECT DISTINCT "publicationId", "claimId", extract(epoch FROM "madeAt")::bigint AS "at"
        FROM "Correction" WHERE ${isIn('"madeAt"')} AND "kind" = 'correction' AND "claimId" IS NOT NULL
      ) made`,
  ]);
  const part = (row: { json: string | null } | undefined) => row?.json ?? "[]";
  return `{"steps":${part(steps)},"ballots":${part(ballots)},"corrections":${part(corrections)}}`;
}
