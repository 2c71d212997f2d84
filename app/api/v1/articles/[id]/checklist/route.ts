import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/article-work/checklist";
import {
  presentChecklistItem,
  presentMarkedItem,
} from "@/lib/api/presenters/article-work/present-checklist-item";
import { resource } from "@/lib/api/resource";
import { err, ok } from "@/lib/result";
import { getArticle } from "@/lib/workflows/articles/get-article";
import { listChecklistItems } from "@/lib/workflows/checklist/list-items";
import { markItem } from "@/lib/workflows/checklist/mark-item";

const list = endpoint(operations.listChecklist, async ({ actor, params, query }) => {
  const { cursor, ...filter } = query;
  // A version and a position in its list: "3-120".
  const [, version, position] = /^(\d{1,9})-(\d{1,9})$/.exec(cursor ?? "") ?? [];
  const after = version === undefined ? null : { version: Number(version), position: Number(position) };
  const page = await listChecklistItems(actor, { articleId: params.id ?? "", after, ...filter });
  if (!page.ok) return page;
  const { items, total, counts, next, version: listed } = page.value;
  return ok({
    body: {
      versionId: listed.id,
      counts,
      items: items.map(presentChecklistItem),
      nextCursor: next && `${next.version}-${next.position}`,
      total,
    },
  });
});

const mark = endpoint(operations.markItem, async ({ actor, params, body }) => {
  const article = await getArticle(actor, { articleId: params.id ?? "" });
  if (!article.ok) return article;
  const { kind, start, end, as, reason, versionId = article.value.version.id } = body;
  const articleId = article.value.article.id;
  const marked = await markItem(actor, { articleId, versionId, item: { kind, start, end }, as, reason });
  if (!marked.ok)
    return marked.error.kind === "stale"
      ? err({
          problem: "text-changed" as const,
          detail: "The article has a newer version. Read its checklist again, then tick the item off.",
          more: { versionId: article.value.version.id },
        })
      : marked;
  return ok({ body: presentMarkedItem(marked.value) });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(list, mark);
