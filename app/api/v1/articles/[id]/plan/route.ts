import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/work";
import { etagOf } from "@/lib/api/precondition";
import { presentArticle } from "@/lib/api/presenters/present-article";
import { readArticleToEdit } from "@/lib/api/read-to-edit";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { assignArticle } from "@/lib/workflows/articles/assign-article";

const plan = endpoint(operations.planArticle, async (call) => {
  const before = await readArticleToEdit(call);
  if (!before.ok) return before;
  const { article } = before.value;
  const { lead: leadId, dueAt, priority } = call.body;
  const planned = await assignArticle(call.actor, {
    articleId: article.id,
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
