import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/articles";
import { checkPrecondition, etagOf } from "@/lib/api/precondition";
import { presentArticle } from "@/lib/api/presenters/present-article";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { getArticle } from "@/lib/workflows/articles/get-article";
import { detailsOf, updateArticleDetails } from "@/lib/workflows/articles/update-article-details";

const get = endpoint(operations.getArticle, async ({ actor, params }) => {
  const found = await getArticle(actor, { articleId: params.id ?? "" });
  if (!found.ok) return found;
  return ok({ body: presentArticle(found.value), headers: { etag: etagOf(found.value.article) } });
});

const update = endpoint(operations.updateArticle, async ({ actor, params, body, precondition }) => {
  const articleId = params.id ?? "";
  const before = await getArticle(actor, { articleId });
  if (!before.ok) return before;
  const { article } = before.value;
  const met = checkPrecondition(precondition, article, presentArticle(before.value));
  if (!met.ok) return met;
  const { publishedAt, ...details } = body;
  const changed = await updateArticleDetails(actor, {
    ...detailsOf(article),
    ...definedOf({ ...details, publishedOn: publishedAt }),
    articleId,
    revision: article.revision,
  });
  if (!changed.ok) return changed;
  const after = { ...before.value, article: changed.value };
  return ok({ body: presentArticle(after), headers: { etag: etagOf(after.article) } });
});

/** The fields that are not missing. */
function definedOf<Fields extends object>(fields: Fields) {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Fields]?: Exclude<Fields[Name], undefined>;
  };
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(get, update);
