import type { ClaimState } from "@/lib/claims/claim";
import { Prisma } from "./generated/client";
import { clientOf } from "./transaction";

/** A claim that a search found. */
export interface FoundClaim {
  id: string;
  /** Within its article. */
  number: number;
  statement: string;
  articleId: string;
  articleTitle: string;
  state: ClaimState;
  /** The key of its verdict's rating; null without a verdict. */
  rating: string | null;
  updatedAt: Date;
}

/** A point in the order of found claims. */
export type SearchPoint = Pick<FoundClaim, "updatedAt" | "id">;

/** Words of a query that are searched for. */
const MAX_WORDS = 8;
/** Most recently changed claims in which a search looks first. A frequent word is found there, and a rare one through its index. */
const RECENT = 2_000;

/**
 * Claims whose statement contains each of the words, most recently changed first; deleted ones are left out.
 * @param limit how many at most
 * @param after the claim before the first; null to start with the one changed last
 */
export async function searchClaims(
  query: string,
  limit: number,
  after: SearchPoint | null = null,
): Promise<FoundClaim[]> {
  const words = query.split(/\s+/).filter(Boolean).slice(0, MAX_WORDS);
  if (words.length === 0) return [];
  // Each word is a LIKE of its own: the trigram index serves those. Wildcards are escaped.
  const matches = Prisma.join(
    words.map(
      (word) => Prisma.sql`lower(c."statement") LIKE lower(${`%${word.replace(/[\\%_]/g, "\\$&")}%`})`,
    ),
    " AND ",
  );
  const rest = after
    ? Prisma.sql`AND (c."updatedAt" < ${after.updatedAt} OR (c."updatedAt" = ${after.updatedAt} AND c."id" > ${after.id}::uuid))`
    : Prisma.empty;
  const newest = (from: Prisma.Sql) => clientOf().$queryRaw<FoundClaim[]>`
    SELECT c."id", c."number", c."statement", c."articleId", a."title" AS "articleTitle", c."state"::text AS "state", r."key" AS "rating", c."updatedAt"
    FROM (SELECT * FROM ${from} WHERE c."deletedAt" IS NULL AND ${matches} ${rest} ORDER BY c."updatedAt" DESC, c."id" LIMIT ${limit}) c
    JOIN "Article" a ON a."id" = c."articleId"
    LEFT JOIN "Verdict" v ON v."id" = c."currentVerdictId"
    LEFT JOIN "Rating" r ON r."id" = v."ratingId"
    ORDER BY c."updatedAt" DESC, c."id"`;
  const recent = await newest(
    Prisma.sql`(SELECT * FROM "Claim" ORDER BY "updatedAt" DESC, "id" LIMIT ${RECENT}) c`,
  );
  return recent.length === limit ? recent : newest(Prisma.sql`"Claim" c`);
}
