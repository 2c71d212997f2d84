import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/desk/scales";
import { etagOf } from "@/lib/api/precondition";
import { readScale } from "@/lib/api/read-scale";
import { readArticleToEdit } from "@/lib/api/read-to-edit";
import { resource } from "@/lib/api/resource";
import type { Article } from "@/lib/db/articles";
import type { Actor } from "@/lib/policies/actor";
import { ok } from "@/lib/result";
import { changeArticleScale } from "@/lib/workflows/articles/change-article-scale";
import { getArticle } from "@/lib/workflows/articles/get-article";
import { raiseApprovals } from "@/lib/workflows/review/raise-approvals";

const get = endpoint(operations.getStandards, async ({ actor, params }) => {
  const found = await getArticle(actor, { articleId: params.id ?? "" });
  return found.ok ? answer(actor, found.value.article) : found;
});

const change = endpoint(operations.changeStandards, async (call) => {
  const before = await readArticleToEdit(call);
  if (!before.ok) return before;
  const { actor, body } = call;
  const { id: articleId, revision } = before.value.article;
  const changed =
    "scale" in body
      ? await changeArticleScale(actor, { articleId, revision, scaleId: body.scale })
      : await raiseApprovals(actor, { articleId, revision, requiredApprovals: body.requiredApprovals });
  return changed.ok ? answer(actor, changed.value) : changed;
});

async function answer(actor: Actor, article: Article) {
  const scale = await readScale(actor, article.scaleId);
  if (!scale.ok) return scale;
  const { id, name, version } = scale.value;
  const { requiredApprovals, revision } = article;
  return ok({
    body: { scale: { id, name, version }, requiredApprovals, revision },
    headers: { etag: etagOf(article) },
  });
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(get, change);
