import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/articles";
import * as versions from "@/lib/api/operations/versions";
import { parseNumber } from "@/lib/api/parse-number";
import { etagOf } from "@/lib/api/precondition";
import { presentArticle } from "@/lib/api/presenters/present-article";
import { presentListedVersion } from "@/lib/api/presenters/present-version";
import { readArticleToEdit } from "@/lib/api/read-to-edit";
import { refuseList } from "@/lib/api/refuse-list";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { getArticle, listArticleVersions } from "@/lib/workflows/articles/get-article";
import { replaceForApi } from "@/lib/workflows/articles/import-for-api";

const list = endpoint(versions.listVersions, async ({ actor, params, query: { cursor, limit } }) => {
  const page = await listArticleVersions(actor, {
    articleId: params.id ?? "",
    after: parseNumber(cursor),
    limit,
  });
  if (!page.ok) return page;
  const { next, total } = page.value;
  const items = page.value.versions.map(presentListedVersion);
  return ok({ body: { items, nextCursor: next === null ? null : String(next), total } });
});

const create = endpoint(operations.createVersion, async (call) => {
  const { actor, body, file, signal } = call;
  const before = await readArticleToEdit(call);
  if (!before.ok) return before;
  const articleId = before.value.article.id;
  const made = await replaceForApi(
    actor,
    {
      articleId,
      versionId: before.value.version.id,
      article: file ?? ("content" in body ? body : { address: body.url }),
    },
    signal,
  );
  if (!made.ok) return made;
  if (made.value.kind === "list") return refuseList(made.value.list);
  const { notes, outcomes } = made.value;
  const after = await getArticle(actor, { articleId });
  if (!after.ok) return after;
  return ok({
    body: { article: presentArticle(after.value), notes, outcomes },
    headers: { etag: etagOf(after.value.article), location: `/api/v1/articles/${articleId}` },
  });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(list, create);
