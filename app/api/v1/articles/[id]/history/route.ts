import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/history";
import { presentHistoryEvent } from "@/lib/api/presenters/present-history";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { pageArticleHistory } from "@/lib/workflows/history/page-article-history";

const list = endpoint(operations.listArticleHistory, async ({ actor, params, query }) => {
  const { claim, ...filter } = query;
  const page = await pageArticleHistory(actor, { ...filter, claimId: claim, articleId: params.id ?? "" });
  if (!page.ok) return page;
  const { events, nextCursor, total } = page.value;
  return ok({ body: { items: events.map(presentHistoryEvent), nextCursor, total } });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(list);
