import type { BoardArticle } from "@/lib/board/board-article";
import type { BoardQuery, Due, Sort } from "@/lib/board/board-query";
import type { Priority } from "@/lib/board/priority";
import { BEGUN_STAGES, IDLE_HOURS, isOpen as isOpenStage, OPEN_STAGES, stuckOf } from "@/lib/board/stuck";
import { COUNT_READS } from "@/lib/capped-count";
import type { ArticlePurpose } from "@/lib/claims/article-purpose";
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
const FINISHED_STAGES = ARTICLE_STAGES.filter((stage) => !isOpenStage(stage));

/** The tables of a query: ArticleProgress repeats what articles are filtered and sorted by, so Article is read only for its text. */
const tablesFor = ({ q }: Pick<BoardQuery, "q">, sort?: Sort) =>
  q || sort === "updated" || sort === "title"
    ? sql`"Article" a JOIN "ArticleProgress" p ON p."articleId" = a."id"`
    : sql`"ArticleProgress" p`;

/** `stuckOf` of lib/board/stuck.ts as SQL. */
function isStuck(now: Date): Prisma.Sql {
  const idleSince = new Date(now.getTime() - IDLE_HOURS * 3_600_000);
  return sql`(${isOpen} AND (p."dueAt" < ${now} OR (${isOneOf(BEGUN_STAGES)} AND p."activeAt" <= ${idleSince})))`;
}

function isDue(due: Due, now: Date): Prisma.Sql {
  const within = (days: number) =>
    sql`(${isOpen} AND p."dueAt" >= ${now} AND p."dueAt" < ${new Date(now.getTime() + days * 86_400_000)})`;
  switch (due) {
    case "overdue":
      return sql`(${isOpen} AND p."dueAt" < ${now})`;
    case "day":
      return within(1);
    case "week":
      return within(7);
    case "none":
      return sql`p."dueAt" IS NULL`;
  }
}

/** Manuscripts are few, and an index has just them. */
function hasPurpose(purpose: ArticlePurpose): Prisma.Sql {
  const isManuscript = sql`EXISTS (SELECT 1 FROM "Article" m WHERE m."id" = p."articleId" AND m."purpose" = 'manuscript')`;
  return purpose === "manuscript" ? isManuscript : sql`NOT ${isManuscript}`;
}

/** A claim `c` of article `a` that readers see in the article's publication and that was opened again since. */
const isReopened = sql`a."status" = 'published' AND c."state" IN ('draft', 'in_review', 'disputed', 'approved') AND NOT c."excluded"
  AND EXISTS (
    SELECT 1 FROM "PublishedClaim" shown
    WHERE shown."articleId" = a."id" AND shown."claimId" = c."id"::text AND shown."publicationId" = a."currentPublicationId"
  )`;

/** An article is in an open stage as long as claims are open again, so few articles are looked at. */
const hasReopened = sql`${isOpen} AND EXISTS (
  SELECT 1 FROM "Article" a JOIN "Claim" c ON c."articleId" = a."id" AND c."deletedAt" IS NULL
  WHERE a."id" = p."articleId" AND ${isReopened}
)`;

function conditionOf(query: BoardQuery, { actorId, now }: Viewer): Prisma.Sql {
  const { q, stage, lead, purpose, due, stuck, reopened } = query;
  const leadId = lead === "me" ? actorId : lead;
  // Wildcards are escaped.
  const pattern = `%${q.replace(/[\\%_]/g, "\\$&")}%`;
  const conditions = [
    q ? sql`a."searchText" LIKE lower(${pattern})` : null,
    stage ? isOneOf([stage]) : null,
    lead === "nobody" ? sql`p."leadId" IS NULL` : null,
    leadId && isUuid(leadId) ? sql`p."leadId" = ${leadId}::uuid` : null,
    purpose ? hasPurpose(purpose) : null,
    due ? isDue(due, now) : null,
    stuck ? isStuck(now) : null,
    reopened ? hasReopened : null,
  ].filter((each) => each !== null);
  return conditions.length === 0 ? sql`true` : join(conditions, " AND ");
}

/** The orders, each served by an index; those of ArticleProgress within a stage. */
const orders: Record<Sort, Prisma.Sql> = {
  updated: sql`a."updatedAt" DESC, a."id"`,
  due: sql`p."dueAt" ASC NULLS LAST, p."priority" DESC, p."articleId"`,
  priority: sql`p."priority" DESC, p."dueAt" ASC NULLS LAST, p."articleId"`,
  title: sql`left(lower(a."title"), 100), a."id"`,
  waiting: sql`p."since", p."articleId"`,
};

interface Row {
  id: string;
  title: string;
  publisher: string | null;
  purpose: ArticlePurpose;
  queries: number;
  revision: number;
  priority: Priority;
  dueAt: Date | null;
  leadId: string | null;
  leadName: string | null;
  createdById: string;
  createdByName: string;
  updatedAt: Date;
  stage: ArticleStage;
  live: boolean;
  reopened: number;
  since: Date;
  activeAt: Date;
  draft: number;
  in_review: number;
  disputed: number;
  approved: number;
  excluded: number;
  flags: number;
  reviewDueOn: string | null;
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
    purpose: row.purpose,
    queries: row.purpose === "manuscript" ? row.queries : 0,
    revision: row.revision,
    stage: row.stage,
    live: row.live,
    reopened: row.reopened,
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
    flags: row.flags,
    reviewDueOn: row.reviewDueOn,
  };
}

/** Loads the articles selected as `chosen`, with `rank` and `total`. Claims are counted only for these. */
async function readChosen(chosen: Prisma.Sql): Promise<Row[]> {
  return clientOf().$queryRaw<Row[]>`
    WITH chosen AS (${chosen})
    SELECT a."id", a."title", a."publisher", a."purpose"::text, a."revision", a."priority"::text, a."dueAt", a."leadId", l."name" AS "leadName",
      a."createdById", u."name" AS "createdByName", a."updatedAt", p."stage"::text, a."status" = 'published' AS "live", p."since", p."activeAt",
      c.*, f.*, chosen."total"::int
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
        (count(*) FILTER (WHERE c."excluded"))::int AS "excluded",
        (count(*) FILTER (WHERE o."kind" = 'query' AND NOT c."excluded"))::int AS "queries",
        (count(*) FILTER (WHERE ${isReopened}))::int AS "reopened"
      FROM "Claim" c LEFT JOIN "ClaimOutcome" o ON o."id" = c."currentOutcomeId" WHERE c."articleId" = a."id" AND c."deletedAt" IS NULL AND c."state" <> 'retired'
    ) c
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS "flags", min(o."detail" ->> 'reviewOn') AS "reviewDueOn"
      FROM (
        SELECT f."detail" FROM "Flag" f LEFT JOIN "Claim" c ON c."id" = f."claimId"
        WHERE f."articleId" = a."id" AND f."resolvedAt" IS NULL
          AND (c."id" IS NULL OR (c."deletedAt" IS NULL AND NOT c."excluded" AND c."state" <> 'retired'))
        LIMIT ${COUNT_READS}
      ) o
    ) f
    ORDER BY chosen."rank"`;
}

/** The number of articles under a condition, to one more than `COUNT_LIMIT`. */
const countOf = (tables: Prisma.Sql, condition: Prisma.Sql) =>
  sql`(SELECT count(*)::int FROM (SELECT 1 FROM ${tables} WHERE ${condition} LIMIT ${COUNT_READS}) counted)`;

/** The first articles of some stages in an order of ArticleProgress, with their `rank` from 1. Each stage is read in the order of an index. */
function firstOfStages(
  tables: Prisma.Sql,
  condition: Prisma.Sql,
  stages: readonly ArticleStage[],
  order: Prisma.Sql,
  limit: number,
): Prisma.Sql {
  const ofStages = stages.map(
    (stage) =>
      sql`(SELECT p.* FROM ${tables} WHERE ${condition} AND ${isOneOf([stage])} ORDER BY ${order} LIMIT ${limit})`,
  );
  return sql`
    SELECT f."articleId" AS "id", row_number() OVER () AS "rank"
    FROM (SELECT p."articleId" FROM (${join(ofStages, " UNION ALL ")}) p ORDER BY ${order} LIMIT ${limit}) f`;
}

/** The first articles in an order of Article, with their `rank` from 1. */
const firstOf = (tables: Prisma.Sql, condition: Prisma.Sql, order: Prisma.Sql, limit: number) => sql`
  SELECT f."id", row_number() OVER () AS "rank"
  FROM (SELECT a."id" FROM ${tables} WHERE ${condition} ORDER BY ${order} LIMIT ${limit}) f`;

/**
 * Articles that match a query. In orders by urgency, finished articles come last.
 * @param page from 0
 * @returns `total` counts to one more than `COUNT_LIMIT`
 */
export async function listBoardRows(
  query: BoardQuery,
  viewer: Viewer,
  { page, limit, onlyOpen = false }: { page: number; limit: number; onlyOpen?: boolean },
): Promise<{ items: BoardArticle[]; total: number }> {
  const sort = query.sort ?? "updated";
  const order = orders[sort];
  const matches = conditionOf(query, viewer);
  const condition = onlyOpen ? sql`${matches} AND ${isOpen}` : matches;
  const tables = tablesFor(query, sort);
  const wanted = (page + 1) * limit;
  const groups = onlyOpen ? [OPEN_STAGES] : [OPEN_STAGES, FINISHED_STAGES];
  const parts =
    sort === "updated" || sort === "title"
      ? [firstOf(tables, condition, order, wanted)]
      : groups.map((stages) => firstOfStages(tables, matches, stages, order, wanted));
  const ranked = parts.map(
    (part, index) => sql`SELECT "id", ${index}::int AS "part", "rank" FROM (${part}) part`,
  );
  const rows = await readChosen(sql`
    SELECT "id", row_number() OVER (ORDER BY "part", "rank") AS "rank", ${countOf(tablesFor(query), condition)} AS "total"
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
  const sort = query.sort ?? "priority";
  const tables = tablesFor(query, sort);
  const stages = query.stage ? [query.stage] : ARTICLE_STAGES;
  const perColumn = stages.map((stage, index) => {
    const condition = conditionOf({ ...query, stage }, asker);
    const first =
      sort === "updated" || sort === "title"
        ? firstOf(tables, condition, orders[sort], perStage)
        : firstOfStages(tables, condition, [stage], orders[sort], perStage);
    return sql`SELECT "id", ${index * perStage}::int + "rank" AS "rank", ${countOf(tablesFor(query), condition)} AS "total"
      FROM (${first}) ranked`;
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
  const count = (condition: Prisma.Sql) => countOf(sql`"ArticleProgress" p`, condition);
  const [counts] = await clientOf().$queryRaw<BoardCounts[]>`
    SELECT ${count(sql`true`)} AS "total", ${count(isStuck(now))} AS "stuck",
      ${count(sql`${isOpen} AND p."leadId" = ${actorId}::uuid`)} AS "mine",
      ${count(sql`${isOpen} AND p."leadId" IS NULL`)} AS "unled"`;
  return counts ?? { total: 0, stuck: 0, mine: 0, unled: 0 };
}
