import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/article-work/manuscripts";
import { etagOf } from "@/lib/api/precondition";
import { presentArticle } from "@/lib/api/presenters/present-article";
import { readArticleToEdit } from "@/lib/api/read-to-edit";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { changePurpose } from "@/lib/workflows/manuscripts/change-purpose";

const change = endpoint(operations.changePurpose, async (call) => {
  const before = await readArticleToEdit(call);
  if (!before.ok) return before;
  const { id: articleId, revision } = before.value.article;
  const changed = await changePurpose(call.actor, { articleId, revision, purpose: call.body.purpose });
  if (!changed.ok) return changed;
  const after = { ...before.value, article: changed.value };
  return ok({ body: presentArticle(after), headers: { etag: etagOf(after.article) } });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(change);
