import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/articles";
import { etagOf } from "@/lib/api/precondition";
import { presentArticle } from "@/lib/api/presenters/present-article";
import { readArticleToEdit } from "@/lib/api/read-to-edit";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { getArticle } from "@/lib/workflows/articles/get-article";
import { detailsOf, updateArticleDetails } from "@/lib/workflows/articles/update-article-details";

const get = endpoint(operations.getArticle, async ({ actor, params }) => {
  const found = await getArticle(actor, { articleId: params.id ?? "" });
  if (!found.ok) return found;
  return ok({ body: presentArticle(found.value), headers: { etag: etagOf(found.value.article) } });
});

const update = endpoint(operations.updateArticle, async (call) => {
  const before = await readArticleToEdit(call);
  if (!before.ok) return before;
  const { article } = before.value;
  const { publishedAt, ...details } = call.body;
  const changed = await updateArticleDetails(call.actor, {
    ...detailsOf(article),
    ...definedOf({ ...details, publishedOn: publishedAt }),
    articleId: article.id,
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
