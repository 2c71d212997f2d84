import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/articles";
import { etagOf } from "@/lib/api/precondition";
import { presentArticle } from "@/lib/api/presenters/present-article";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { getArticle } from "@/lib/workflows/articles/get-article";

const get = endpoint(operations.getArticle, async ({ actor, params }) => {
  const found = await getArticle(actor, { articleId: params.id ?? "" });
  if (!found.ok) return found;
  return ok({ body: presentArticle(found.value), headers: { etag: etagOf(found.value.article) } });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(get);
