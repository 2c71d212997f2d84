import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/work";
import { checkPrecondition, etagOf } from "@/lib/api/precondition";
import { presentArticle } from "@/lib/api/presenters/present-article";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { assignArticle } from "@/lib/workflows/articles/assign-article";
import { getArticle } from "@/lib/workflows/articles/get-article";

const plan = endpoint(operations.planArticle, async ({ actor, params, body, precondition }) => {
  const articleId = params.id ?? "";
  const before = await getArticle(actor, { articleId });
  if (!before.ok) return before;
  const { article } = before.value;
  const met = checkPrecondition(precondition, article, presentArticle(before.value));
  if (!met.ok) return met;
  const { lead: leadId, dueAt, priority } = body;
  const planned = await assignArticle(actor, {
    articleId,
    revision: article.revision,
    leadId,
    dueAt,
    priority,
  });
  if (!planned.ok) return planned;
  const after = { ...before.value, article: planned.value };
  return ok({ body: presentArticle(after), headers: { etag: etagOf(after.article) } });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(plan);
