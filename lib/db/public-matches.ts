import { readCursor } from "@/lib/archive/list-point";
import { COUNT_LIMIT, COUNT_READS } from "@/lib/capped-count";
import { Prisma } from "./generated/client";
import { clientOf } from "./transaction";

/* What a text search finds among what readers see now, in the order of lists: the newest first. */

export interface PageQuery {
  limit: number;
  /** The `nextCursor` of the page before; null for the first page. */
  after: string | null;
}

/** The rows after a point. */
export function behind(after: string | null, rank: Prisma.Sql): Prisma.Sql {
  const point = readCursor(after);
  return point
    ? Prisma.sql`(c."publishedAt", c."articleId", ${rank}) < (${point.publishedAt}::timestamptz, ${point.articleId}::uuid, ${point.rank}::int)`
    : Prisma.sql`true`;
}

/** What is searched: its table, named `c`, the columns that it is sorted by, and the last of them for cursors. */
const SEARCHED = {
  claims: {
    table: Prisma.sql`"PublicClaim"`,
    sorted: Prisma.sql`c."publishedAt", c."articleId", c."rank"`,
    inOrder: Prisma.sql`c."publishedAt" DESC, c."articleId" DESC, c."rank" DESC`,
    rank: Prisma.sql`c."rank"`,
  },
  articles: {
    table: Prisma.sql`"PublicArticle"`,
    sorted: Prisma.sql`c."publishedAt", c."articleId"`,
    inOrder: Prisma.sql`c."publishedAt" DESC, c."articleId" DESC`,
    rank: Prisma.sql`0`,
  },
} as const;

/** The newest rows, in which a search looks first. What is frequent is found there, and what is rare through its index. */
const RECENT = 2_000;
/**
 * From so many matches among them, rows are counted from the newest on: the index would have to read all that match before the first can be counted, and
 * the lists of every filter.
 */
const FREQUENT = 100;
/** Rows that are read for that at most. Where they have too few matches, as of a word that is new, the index counts. */
const COUNTED = (1.2 * RECENT * COUNT_READS) / FREQUENT;

/** A page of matches, and how many there are, to one more than `COUNT_LIMIT`. */
export interface Matches<Row> {
  rows: Row[];
  total: number;
}

/**
 * The first rows that a text search query finds, and how many it finds, in one statement.
 * @param columns of `c`; `articleId` and what it is sorted by among them
 * @param query of the database: `tsquery` as text
 * @param page.isCounted false where nobody asks how many there are: `total` is 0 then
 */
export async function findMatches<Row>(
  what: keyof typeof SEARCHED,
  columns: Prisma.Sql,
  query: string,
  { after, limit, isCounted }: PageQuery & { isCounted: boolean },
): Promise<Matches<Row>> {
  const { table, sorted, inOrder, rank } = SEARCHED[what];
  const isBehind = behind(after, rank);
  const matches = Prisma.sql`c."words" @@ ${query}::tsquery`;
  const found = await clientOf().$queryRaw<{ articleId: string | null; total: number }[]>`
    WITH recent AS MATERIALIZED (
      SELECT c."at", ${sorted} FROM (
        SELECT c.ctid AS "at", ${sorted}, c."words" FROM ${table} c WHERE ${isBehind} ORDER BY ${inOrder} LIMIT ${RECENT}
      ) c WHERE ${matches}
    ), seen AS MATERIALIZED (
      SELECT count(*) AS "matches" FROM recent
    ), every AS MATERIALIZED (
      SELECT c.ctid AS "at", ${sorted} FROM ${table} c WHERE (SELECT "matches" < ${limit} FROM seen) AND ${matches}
    ), newest AS MATERIALIZED (
      SELECT count(*) AS "matches" FROM (
        SELECT 1 FROM (SELECT c."words" FROM ${table} c ORDER BY ${inOrder} LIMIT ${COUNTED}) c WHERE ${matches} LIMIT ${COUNT_READS}
      ) c
    ), page AS MATERIALIZED (
      SELECT c."at" FROM (
        SELECT c."at", ${sorted} FROM recent c WHERE (SELECT "matches" >= ${limit} FROM seen)
        UNION ALL SELECT c."at", ${sorted} FROM every c WHERE ${isBehind}
      ) c ORDER BY ${inOrder} LIMIT ${limit}
    )
    SELECT c.*, counted."total" FROM (
      SELECT (CASE
        WHEN ${!isCounted} THEN 0
        WHEN "matches" < ${limit} THEN (SELECT least(count(*), ${COUNT_READS}) FROM every)
        WHEN "matches" > ${COUNT_LIMIT} THEN ${COUNT_READS}
        WHEN "matches" >= ${FREQUENT} AND (SELECT "matches" FROM newest) = ${COUNT_READS} THEN ${COUNT_READS}
        ELSE (SELECT count(*) FROM (SELECT 1 FROM ${table} c WHERE ${matches} LIMIT ${COUNT_READS}) c)
      END)::int AS "total" FROM seen
    ) counted LEFT JOIN (SELECT ${columns} FROM page JOIN ${table} c ON c.ctid = page."at") c ON true
    ORDER BY ${inOrder}`;
  return {
    // Without matches, there is one row with the number alone.
    rows: found.flatMap(({ total: _, ...row }) => (row.articleId === null ? [] : [row as Row])),
    total: found[0]?.total ?? 0,
  };
}
