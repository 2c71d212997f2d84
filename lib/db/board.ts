import type { BoardArticle } from "@/lib/board/board-article";
import type { BoardQuery, Due, Sort } from "@/lib/board/board-query";
import type { Priority } from "@/lib/board/priority";
import { BEGUN_STAGES, IDLE_HOURS, isOpen as isOpenStage, OPEN_STAGES, stuckOf } from "@/lib/board/stuck";
import { COUNT_READS } from "@/lib/capped-count";
import { ARTICLE_STAGES, type ArticleStage } from "@/lib/review/article-transition";
import { Prisma } from "./generated/client";
import { isUuid } from "./is-uuid";
import { clientOf } from "./transaction";

/** The person who views the board and the current time, which decide what is theirs and what is overdue. */
export interface Viewer {
  actorId: string;
  now: Date;
}

const { sql, join } = Prisma;

const isOneOf = (stages: readonly ArticleStage[]) =>
  sql`p."stage" IN (${join(stages.map((stage) => sql`${stage}::"ArticleStage"`))})`;
const isOpen = isOneOf(OPEN_STAGES);
const isFinished = isOneOf(ARTICLE_STAGES.filter((stage) => !isOpenStage(stage)));
const boardRows = sql`"Article" a JOIN "ArticleProgress" p ON p."articleId" = a."id"`;

/** `stuckOf` of lib/board/stuck.ts as SQL. */
function isStuck(now: Date): Prisma.Sql {
  const idleSince = new Date(now.getTime() - IDLE_HOURS * 3_600_000);
  return sql`(${isOpen} AND (a."dueAt" < ${now} OR (${isOneOf(BEGUN_STAGES)} AND p."activeAt" <= ${idleSince})))`;
}

function isDue(due: Due, now: Date): Prisma.Sql {
  const within = (days: number) =>
    sql`(${isOpen} AND a."dueAt" >= ${now} AND a."dueAt" < ${new Date(now.getTime() + days * 86_400_000)})`;
  switch (due) {
    case "overdue":
      return sql`(${isOpen} AND a."dueAt" < ${now})`;
    case "day":
      return within(1);
    case "week":
      return within(7);
    case "none":
      return sql`a."dueAt" IS NULL`;
  }
}

function conditionOf(query: BoardQuery, { actorId, now }: Viewer): Prisma.Sql {
  const { q, stage, lead, due, stuck } = query;
  const leadId = lead === "me" ? actorId : lead;
  // Wildcards are escaped.
  const pattern = `%${q.replace(/[\\%_]/g, "\\$&")}%`;
  const conditions = [
    q ? sql`a."searchText" LIKE lower(${pattern})` : null,
    stage ? isOneOf([stage]) : null,
    lead === "nobody" ? sql`a."leadId" IS NULL` : null,
    leadId && isUuid(leadId) ? sql`a."leadId" = ${leadId}::uuid` : null,
    due ? isDue(due, now) : null,
    stuck ? isStuck(now) : null,
  ].filter((each) => each !== null);
  return conditions.length === 0 ? sql`true` : join(conditions, " AND ");
}

/** The orders, each served by an index. In orders by urgency, finished articles come last. */
const orders: Record<Sort, { keys: Prisma.Sql; openFirst: boolean }> = {
  updated: { keys: sql`a."updatedAt" DESC, a."id"`, openFirst: false },
  due: { keys: sql`a."dueAt" ASC NULLS LAST, a."priority" DESC, a."id"`, openFirst: true },
  priority: { keys: sql`a."priority" DESC, a."dueAt" ASC NULLS LAST, a."id"`, openFirst: true },
  title: { keys: sql`left(lower(a."title"), 100), a."id"`, openFirst: false },
  waiting: { keys: sql`p."since", p."articleId"`, openFirst: true },
};

interface Row {
  id: string;
  title: string;
  publisher: string | null;
  revision: number;
  priority: Priority;
  dueAt: Date | null;
  leadId: string | null;
  leadName: string | null;
  createdById: string;
  createdByName: string;
  updatedAt: Date;
  stage: ArticleStage;
  since: Date;
  activeAt: Date;
  draft: number;
  in_review: number;
  disputed: number;
  approved: number;
  excluded: number;
  /** Number of all matches, or of those in the stage; to one more than `COUNT_LIMIT`. */
  total: number;
}

function toBoardArticle(row: Row, now: Date): BoardArticle {
  const dueAt = row.dueAt?.toISOString() ?? null;
  const activeAt = row.activeAt.toISOString();
  return {
    id: row.id,
    title: row.title,
    publisher: row.publisher,
    revision: row.revision,
    stage: row.stage,
    priority: row.priority,
    dueAt,
    lead: row.leadId === null ? null : { id: row.leadId, name: row.leadName ?? "" },
    createdBy: { id: row.createdById, name: row.createdByName },
    claims: {
      draft: row.draft,
      in_review: row.in_review,
      disputed: row.disputed,
      approved: row.approved,
      excluded: row.excluded,
    },
    updatedAt: row.updatedAt.toISOString(),
    since: row.since.toISOString(),
    activeAt,
    stuck: stuckOf({ stage: row.stage, dueAt, activeAt }, now),
  };
}

/** Loads the articles selected as `chosen`, with `rank` and `total`. Claims are counted only for these. */
async function readChosen(chosen: Prisma.Sql): Promise<Row[]> {
  return clientOf().$queryRaw<Row[]>`
    WITH chosen AS (${chosen})
    SELECT a."id", a."title", a."publisher", a."revision", a."priority"::text, a."dueAt", a."leadId", l."name" AS "leadName",
      a."createdById", u."name" AS "createdByName", a."updatedAt", p."stage"::text, p."since", p."activeAt",
      c.*, chosen."total"::int
    FROM chosen
    JOIN "Article" a ON a."id" = chosen."id"
    JOIN "ArticleProgress" p ON p."articleId" = a."id"
    JOIN "User" u ON u."id" = a."createdById"
    LEFT JOIN "User" l ON l."id" = a."leadId"
    CROSS JOIN LATERAL (
      SELECT
        (count(*) FILTER (WHERE c."state" = 'draft' AND NOT c."excluded"))::int AS "draft",
        (count(*) FILTER (WHERE c."state" = 'in_review' AND NOT c."excluded"))::int AS "in_review",
        (count(*) FILTER (WHERE c."state" = 'disputed' AND NOT c."excluded"))::int AS "disputed",
        (count(*) FILTER (WHERE c."state" IN ('approved', 'published') AND NOT c."excluded"))::int AS "approved",
        (count(*) FILTER (WHERE c."excluded"))::int AS "excluded"
      FROM "Claim" c WHERE c."articleId" = a."id" AND c."deletedAt" IS NULL AND c."state" <> 'retired'
    ) c
    ORDER BY chosen."rank"`;
}

/** The number of articles under a condition, to one more than `COUNT_LIMIT`. */
const countOf = (condition: Prisma.Sql) =>
  sql`(SELECT count(*)::int FROM (SELECT 1 FROM ${boardRows} WHERE ${condition} LIMIT ${COUNT_READS}) counted)`;

/** The first articles under a condition in an order, with their `rank` in it from 1. */
const firstOf = (condition: Prisma.Sql, keys: Prisma.Sql, limit: number) => sql`
  SELECT f."id", row_number() OVER () AS "rank"
  FROM (SELECT a."id" FROM ${boardRows} WHERE ${condition} ORDER BY ${keys} LIMIT ${limit}) f`;

/**
 * Articles that match a query.
 * @param page from 0
 * @returns `total` counts to one more than `COUNT_LIMIT`
 */
export async function listBoardRows(
  query: BoardQuery,
  viewer: Viewer,
  { page, limit, onlyOpen = false }: { page: number; limit: number; onlyOpen?: boolean },
): Promise<{ items: BoardArticle[]; total: number }> {
  const { keys, openFirst } = orders[query.sort ?? "updated"];
  const matches = conditionOf(query, viewer);
  const condition = onlyOpen ? sql`${matches} AND ${isOpen}` : matches;
  const wanted = (page + 1) * limit;
  // Open and finished articles are read apart: no index on Article knows the stage.
  const parts =
    openFirst && !onlyOpen
      ? [
          firstOf(sql`${condition} AND ${isOpen}`, keys, wanted),
          firstOf(sql`${condition} AND ${isFinished}`, keys, wanted),
        ]
      : [firstOf(condition, keys, wanted)];
  const ranked = parts.map(
    (part, index) => sql`SELECT "id", ${index}::int AS "part", "rank" FROM (${part}) part`,
  );
  const rows = await readChosen(sql`
    SELECT "id", row_number() OVER (ORDER BY "part", "rank") AS "rank", ${countOf(condition)} AS "total"
    FROM (${join(ranked, " UNION ALL ")}) parts
    ORDER BY "part", "rank" LIMIT ${limit} OFFSET ${page * limit}`);
  return { items: rows.map((row) => toBoardArticle(row, viewer.now)), total: rows[0]?.total ?? 0 };
}

/** The first matching articles of each stage, with the number of all matches in the stage, to one more than `COUNT_LIMIT`. */
export async function listBoardColumns(
  query: BoardQuery,
  asker: Viewer,
  perStage: number,
): Promise<Map<ArticleStage, { items: BoardArticle[]; total: number }>> {
  const { keys } = orders[query.sort ?? "priority"];
  const stages = query.stage ? [query.stage] : ARTICLE_STAGES;
  const perColumn = stages.map((stage, index) => {
    const condition = sql`${conditionOf({ ...query, stage }, asker)}`;
    return sql`SELECT "id", ${index * perStage}::int + "rank" AS "rank", ${countOf(condition)} AS "total"
      FROM (${firstOf(condition, keys, perStage)}) ranked`;
  });
  const rows = await readChosen(join(perColumn, " UNION ALL "));
  const columns = new Map<ArticleStage, { items: BoardArticle[]; total: number }>();
  for (const row of rows) {
    const column = columns.get(row.stage) ?? { items: [], total: row.total };
    columns.set(row.stage, column);
    column.items.push(toBoardArticle(row, asker.now));
  }
  return columns;
}

/** Numbers of articles, each counted to one more than `COUNT_LIMIT`. */
export interface BoardCounts {
  /** All articles of the desk. */
  total: number;
  stuck: number;
  /** Open articles that the viewer leads. */
  mine: number;
  /** Open articles without a lead. */
  unled: number;
}

export async function countBoard({ actorId, now }: Viewer): Promise<BoardCounts> {
  const [counts] = await clientOf().$queryRaw<BoardCounts[]>`
    SELECT ${countOf(sql`true`)} AS "total", ${countOf(isStuck(now))} AS "stuck",
      ${countOf(sql`${isOpen} AND a."leadId" = ${actorId}::uuid`)} AS "mine",
      ${countOf(sql`${isOpen} AND a."leadId" IS NULL`)} AS "unled"`;
  return counts ?? { total: 0, stuck: 0, mine: 0, unled: 0 };
}
