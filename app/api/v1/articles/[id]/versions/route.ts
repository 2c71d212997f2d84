import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/articles";
import { checkPrecondition, etagOf } from "@/lib/api/precondition";
import { presentArticle } from "@/lib/api/presenters/present-article";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { getArticle } from "@/lib/workflows/articles/get-article";
import { replaceText } from "@/lib/workflows/articles/replace-text";

const create = endpoint(operations.createVersion, async ({ actor, params, body, precondition }) => {
  const articleId = params.id ?? "";
  const before = await getArticle(actor, { articleId });
  if (!before.ok) return before;
  const met = checkPrecondition(precondition, before.value.article, presentArticle(before.value));
  if (!met.ok) return met;
  const made = await replaceText(actor, {
    articleId,
    versionId: before.value.version.id,
    content: body.content,
  });
  if (!made.ok) return made;
  const after = await getArticle(actor, { articleId });
  if (!after.ok) return after;
  return ok({
    body: { article: presentArticle(after.value), outcomes: made.value.outcomes },
    headers: { etag: etagOf(after.value.article), location: `/api/v1/articles/${articleId}` },
  });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(create);
