import type { BoardArticle } from "@/lib/board/board-article";
import type { BoardQuery } from "@/lib/board/board-query";
import type { PersonName } from "@/lib/claims/claim";
import { listAssignable } from "@/lib/db/assignments";
import { type BoardCounts, countBoard, listBoardColumns, listBoardRows } from "@/lib/db/board";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { ARTICLE_STAGES, type ArticleStage } from "@/lib/review/article-transition";
import { asResult } from "@/lib/workflows/refusals";

/** Articles on a page of the list. */
const PAGE = 25;
/** Articles in a column of the board; its count tells of more. */
const COLUMN = 40;

interface Around {
  counts: BoardCounts;
  /** To whom work may be given. */
  people: PersonName[];
}

export interface BoardList extends Around {
  items: BoardArticle[];
  /** Of all that were asked for. */
  total: number;
  /** From 0. */
  page: number;
  pages: number;
}

/** The articles of the desk as a list, in the order that is asked for. */
export async function listBoard(
  actor: Actor,
  { query, page, now = new Date() }: { query: BoardQuery; page: number; now?: Date },
): Promise<Result<BoardList, Failure>> {
  const allowed = asResult(can(actor, "read", "article"));
  if (!allowed.ok) return allowed;
  const asker = { actorId: actor.id, now };
  const at = Number.isSafeInteger(page) ? Math.min(Math.max(page, 0), 10_000) : 0;
  const [rows, counts, people] = await Promise.all([
    listBoardRows(query, asker, { page: at, limit: PAGE }),
    countBoard(asker),
    listAssignable(),
  ]);
  // Behind the last page there is nothing that could tell how many there are.
  const { items, total } =
    rows.items.length === 0 && at > 0 ? await listBoardRows(query, asker, { page: 0, limit: PAGE }) : rows;
  return ok({
    items,
    total,
    page: items === rows.items ? at : 0,
    pages: Math.max(1, Math.ceil(total / PAGE)),
    counts,
    people,
  });
}

export interface BoardColumn {
  stage: ArticleStage;
  items: BoardArticle[];
  /** Of all in the stage that were asked for. */
  total: number;
}

/** The same as columns by stage; where one stage is asked for, that column alone. */
export async function listBoardByStage(
  actor: Actor,
  { query, now = new Date() }: { query: BoardQuery; now?: Date },
): Promise<Result<Around & { columns: BoardColumn[] }, Failure>> {
  const allowed = asResult(can(actor, "read", "article"));
  if (!allowed.ok) return allowed;
  const asker = { actorId: actor.id, now };
  const [found, counts, people] = await Promise.all([
    listBoardColumns(query, asker, COLUMN),
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
