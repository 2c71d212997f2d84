import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/article-work/manuscripts";
import { etagOf } from "@/lib/api/precondition";
import { presentArticle } from "@/lib/api/presenters/present-article";
import { resource } from "@/lib/api/resource";
import { err, ok } from "@/lib/result";
import { getArticle } from "@/lib/workflows/articles/get-article";
import { acceptWordings } from "@/lib/workflows/manuscripts/accept-wordings";

const accept = endpoint(operations.acceptWordings, async ({ actor, params, body }) => {
  const before = await getArticle(actor, { articleId: params.id ?? "" });
  if (!before.ok) return before;
  const articleId = before.value.article.id;
  const { claims, versionId = before.value.version.id } = body;
  if (versionId !== before.value.version.id)
    return err({
      problem: "text-changed" as const,
      detail: "The article has a newer version. Read the suggested wordings again, then accept them.",
      more: { versionId: before.value.version.id },
    });
  const made = await acceptWordings(actor, { articleId, versionId, claims });
  if (!made.ok) return made;
  const after = await getArticle(actor, { articleId });
  if (!after.ok) return after;
  return ok({
    body: { article: presentArticle(after.value), notes: [], outcomes: made.value.outcomes },
    headers: { etag: etagOf(after.value.article), location: `/api/v1/articles/${articleId}` },
  });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(accept);
