import type { BoardArticle } from "@/lib/board/board-article";
import type { BoardQuery, Due, Sort } from "@/lib/board/board-query";
import type { Priority } from "@/lib/board/priority";
import { BEGUN_STAGES, IDLE_HOURS, OPEN_STAGES, stuckOf } from "@/lib/board/stuck";
import type { ArticleStage } from "@/lib/review/article-transition";
import { Prisma } from "./generated/client";
import { isUuid } from "./is-uuid";
import { clientOf } from "./transaction";

/** The person who views the board and the current time, which decide what is theirs and what is overdue. */
export interface Viewer {
  actorId: string;
  now: Date;
}

const { sql, join, empty } = Prisma;

const isOneOf = (stages: readonly ArticleStage[]) =>
  sql`p."stage" IN (${join(stages.map((stage) => sql`${stage}::"ArticleStage"`))})`;
const isOpen = isOneOf(OPEN_STAGES);

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
    q ? sql`(a."title" ILIKE ${pattern} OR a."publisher" ILIKE ${pattern})` : null,
    stage ? isOneOf([stage]) : null,
    lead === "nobody" ? sql`a."leadId" IS NULL` : null,
    leadId && isUuid(leadId) ? sql`a."leadId" = ${leadId}::uuid` : null,
    due ? isDue(due, now) : null,
    stuck ? isStuck(now) : null,
  ].filter((each) => each !== null);
  return conditions.length === 0 ? sql`true` : join(conditions, " AND ");
}

/** In orders by urgency, finished articles come last. */
const orders: Record<Sort, Prisma.Sql> = {
  updated: sql`a."updatedAt" DESC`,
  due: sql`(NOT ${isOpen}), a."dueAt" ASC NULLS LAST, a."priority" DESC`,
  priority: sql`(NOT ${isOpen}), a."priority" DESC, a."dueAt" ASC NULLS LAST`,
  title: sql`lower(a."title")`,
  waiting: sql`(NOT ${isOpen}), p."since"`,
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
  /** Number of all matches, or of those in the stage. */
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

/** Articles that match a query. @param page from 0 */
export async function listBoardRows(
  query: BoardQuery,
  viewer: Viewer,
  { page, limit, onlyOpen = false }: { page: number; limit: number; onlyOpen?: boolean },
): Promise<{ items: BoardArticle[]; total: number }> {
  const order = orders[query.sort ?? "updated"];
  const rows = await readChosen(sql`
    SELECT a."id", row_number() OVER (ORDER BY ${order}, a."id") AS "rank", count(*) OVER () AS "total"
    FROM "Article" a JOIN "ArticleProgress" p ON p."articleId" = a."id"
    WHERE ${conditionOf(query, viewer)} ${onlyOpen ? sql`AND ${isOpen}` : empty}
    ORDER BY "rank" LIMIT ${limit} OFFSET ${page * limit}`);
  return { items: rows.map((row) => toBoardArticle(row, viewer.now)), total: rows[0]?.total ?? 0 };
}

/** The first matching articles of each stage, with the number of all matches in the stage. */
export async function listBoardColumns(
  query: BoardQuery,
  asker: Viewer,
  perStage: number,
): Promise<Map<ArticleStage, { items: BoardArticle[]; total: number }>> {
  const order = orders[query.sort ?? "priority"];
  const rows = await readChosen(sql`
    SELECT * FROM (
      SELECT a."id", row_number() OVER (PARTITION BY p."stage" ORDER BY ${order}, a."id") AS "rank",
        count(*) OVER (PARTITION BY p."stage") AS "total"
      FROM "Article" a JOIN "ArticleProgress" p ON p."articleId" = a."id"
      WHERE ${conditionOf(query, asker)}
    ) ranked WHERE "rank" <= ${perStage}`);
  const columns = new Map<ArticleStage, { items: BoardArticle[]; total: number }>();
  for (const row of rows) {
    const column = columns.get(row.stage) ?? { items: [], total: row.total };
    columns.set(row.stage, column);
    column.items.push(toBoardArticle(row, asker.now));
  }
  return columns;
}

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
    SELECT count(*)::int AS "total",
      (count(*) FILTER (WHERE ${isStuck(now)}))::int AS "stuck",
      (count(*) FILTER (WHERE ${isOpen} AND a."leadId" = ${actorId}::uuid))::int AS "mine",
      (count(*) FILTER (WHERE ${isOpen} AND a."leadId" IS NULL))::int AS "unled"
    FROM "Article" a JOIN "ArticleProgress" p ON p."articleId" = a."id"`;
  return counts ?? { total: 0, stuck: 0, mine: 0, unled: 0 };
}
