import type { BoardArticle } from "@/lib/board/board-article";
import type { BoardQuery } from "@/lib/board/board-query";
import { COUNT_LIMIT } from "@/lib/capped-count";
import type { PersonName } from "@/lib/claims/claim";
import { listAssignable } from "@/lib/db/assignments";
import { type BoardCounts, countBoard, listBoardColumns, listBoardRows } from "@/lib/db/board";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { ARTICLE_STAGES, type ArticleStage } from "@/lib/review/article-transition";
import { asResult } from "@/lib/workflows/refusals";

/** Articles per page of the list. */
const PAGE_LENGTH = 25;
/** From 0. The last page is where counting ends; a search or a filter finds the other articles. */
const LAST_PAGE = COUNT_LIMIT / PAGE_LENGTH - 1;
/** Articles shown in a column of the board; its count includes the rest. */
const COLUMN_LENGTH = 40;

interface BoardContext {
  counts: BoardCounts;
  /** People who can be assigned work. */
  people: PersonName[];
}

export interface BoardList extends BoardContext {
  items: BoardArticle[];
  /** Number of all matching articles, to one more than `COUNT_LIMIT`. */
  total: number;
  /** From 0. */
  page: number;
  pages: number;
}

/** The articles of the desk as a list, in the requested order. */
export async function listBoard(
  actor: Actor,
  { query, page, now = new Date() }: { query: BoardQuery; page: number; now?: Date },
): Promise<Result<BoardList, Failure>> {
  const allowed = asResult(can(actor, "read", "article"));
  if (!allowed.ok) return allowed;
  const asker = { actorId: actor.id, now };
  const pageIndex = Number.isSafeInteger(page) ? Math.min(Math.max(page, 0), LAST_PAGE) : 0;
  const [rows, counts, people] = await Promise.all([
    listBoardRows(query, asker, { page: pageIndex, limit: PAGE_LENGTH }),
    countBoard(asker),
    listAssignable(),
  ]);
  // A page past the end has no row that carries the total.
  const { items, total } =
    rows.items.length === 0 && pageIndex > 0
      ? await listBoardRows(query, asker, { page: 0, limit: PAGE_LENGTH })
      : rows;
  return ok({
    items,
    total,
    page: items === rows.items ? pageIndex : 0,
    pages: Math.max(1, Math.ceil(Math.min(total, COUNT_LIMIT) / PAGE_LENGTH)),
    counts,
    people,
  });
}

export interface BoardColumn {
  stage: ArticleStage;
  items: BoardArticle[];
  /** Number of all matching articles in the stage. */
  total: number;
}

/** The same articles as columns by stage; if the query names a stage, only that column. */
export async function listBoardByStage(
  actor: Actor,
  { query, now = new Date() }: { query: BoardQuery; now?: Date },
): Promise<Result<BoardContext & { columns: BoardColumn[] }, Failure>> {
  const allowed = asResult(can(actor, "read", "article"));
  if (!allowed.ok) return allowed;
  const asker = { actorId: actor.id, now };
  const [found, counts, people] = await Promise.all([
    listBoardColumns(query, asker, COLUMN_LENGTH),
    countBoard(asker),
    listAssignable(),
  ]);
  const stages = query.stage ? [query.stage] : ARTICLE_STAGES;
  return ok({
    columns: stages.map((stage) => ({ stage, ...(found.get(stage) ?? { items: [], total: 0 }) })),
    counts,
    people,
  });
}
