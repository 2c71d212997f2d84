import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/versions";
import { parseNumber } from "@/lib/api/parse-number";
import { etagOf } from "@/lib/api/precondition";
import { presentArticle } from "@/lib/api/presenters/present-article";
import { readArticleToEdit } from "@/lib/api/read-to-edit";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { getArticle, getArticleVersion } from "@/lib/workflows/articles/get-article";
import { restoreVersion } from "@/lib/workflows/articles/restore-version";

const restore = endpoint(operations.restoreVersion, async (call) => {
  const before = await readArticleToEdit(call);
  if (!before.ok) return before;
  const { actor, params } = call;
  const articleId = before.value.article.id;
  const earlier = await getArticleVersion(actor, { articleId, number: parseNumber(params.number) ?? 0 });
  if (!earlier.ok) return earlier;
  const { number } = earlier.value;
  const made = await restoreVersion(actor, { articleId, versionId: before.value.version.id, number });
  if (!made.ok) return made;
  const after = await getArticle(actor, { articleId });
  if (!after.ok) return after;
  return ok({
    body: { article: presentArticle(after.value), notes: [], outcomes: made.value.outcomes },
    headers: { etag: etagOf(after.value.article), location: `/api/v1/articles/${articleId}` },
  });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(restore);
