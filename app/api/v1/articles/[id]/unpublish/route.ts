import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/publications";
import { etagOf } from "@/lib/api/precondition";
import { presentArticle } from "@/lib/api/presenters/present-article";
import { readArticleToEdit } from "@/lib/api/read-to-edit";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { getArticle } from "@/lib/workflows/articles/get-article";
import { unpublishArticle } from "@/lib/workflows/publication/unpublish-article";

const unpublish = endpoint(operations.unpublishArticle, async (call) => {
  const before = await readArticleToEdit(call);
  if (!before.ok) return before;
  const { id: articleId, revision } = before.value.article;
  const { actor, body } = call;
  const done = await unpublishArticle(actor, { articleId, revision, reason: body.reason });
  if (!done.ok) return done;
  const after = await getArticle(actor, { articleId });
  if (!after.ok) return after;
  return ok({ body: presentArticle(after.value), headers: { etag: etagOf(after.value.article) } });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(unpublish);
