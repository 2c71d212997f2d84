import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/article-work/board";
import { presentBoardArticle } from "@/lib/api/presenters/article-work/present-board-article";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { listBoardByStage } from "@/lib/workflows/articles/list-board";

const get = endpoint(operations.getBoard, async ({ actor, query: sent }) => {
  const { q, stage = null, lead = null, purpose = null, due = null, sort = null, ...only } = sent;
  const query = { q: q.trim(), stage, lead, purpose, due, sort, ...only };
  const board = await listBoardByStage(actor, { query });
  if (!board.ok) return board;
  const columns = board.value.columns.map(({ stage: of, total, items }) => ({
    stage: of,
    total,
    items: items.map(presentBoardArticle),
  }));
  return ok({ body: { columns } });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(get);
