import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/article-work/standards";
import { etagOf } from "@/lib/api/precondition";
import { presentArticle } from "@/lib/api/presenters/present-article";
import { readArticleToEdit } from "@/lib/api/read-to-edit";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { raiseApprovals } from "@/lib/workflows/review/raise-approvals";

const raise = endpoint(operations.raiseApprovals, async (call) => {
  const before = await readArticleToEdit(call);
  if (!before.ok) return before;
  const { id: articleId, revision } = before.value.article;
  const raised = await raiseApprovals(call.actor, { articleId, revision, ...call.body });
  if (!raised.ok) return raised;
  const after = { ...before.value, article: raised.value };
  return ok({ body: presentArticle(after), headers: { etag: etagOf(after.article) } });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(raise);
