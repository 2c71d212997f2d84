import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/articles";
import { checkPrecondition, etagOf } from "@/lib/api/precondition";
import { presentArticle } from "@/lib/api/presenters/present-article";
import { refuseList } from "@/lib/api/refuse-list";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { getArticle } from "@/lib/workflows/articles/get-article";
import { replaceForApi } from "@/lib/workflows/articles/import-for-api";

const create = endpoint(operations.createVersion, async (call) => {
  const { actor, params, body, file, precondition, signal } = call;
  const articleId = params.id ?? "";
  const before = await getArticle(actor, { articleId });
  if (!before.ok) return before;
  const met = checkPrecondition(precondition, before.value.article, presentArticle(before.value));
  if (!met.ok) return met;
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

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(create);
