import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/article-work/standards";
import { etagOf } from "@/lib/api/precondition";
import { presentArticle } from "@/lib/api/presenters/present-article";
import { readArticleToEdit } from "@/lib/api/read-to-edit";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { changeArticleScale } from "@/lib/workflows/articles/change-article-scale";

const choose = endpoint(operations.chooseScale, async (call) => {
  const before = await readArticleToEdit(call);
  if (!before.ok) return before;
  const { id: articleId, revision } = before.value.article;
  const changed = await changeArticleScale(call.actor, { articleId, revision, scaleId: call.body.scaleId });
  if (!changed.ok) return changed;
  const after = { ...before.value, article: changed.value };
  return ok({ body: presentArticle(after), headers: { etag: etagOf(after.article) } });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(choose);
