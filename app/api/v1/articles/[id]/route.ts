import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/articles";
import { etagOf } from "@/lib/api/precondition";
import { presentArticle } from "@/lib/api/presenters/present-article";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { getArticle } from "@/lib/workflows/articles/get-article";

const get = endpoint(operations.getArticle, async ({ actor, params }) => {
  const whole = await getArticle(actor, { articleId: params.id ?? "" });
  if (!whole.ok) return whole;
  return ok({ body: presentArticle(whole.value), headers: { etag: etagOf(whole.value.article) } });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(get);
