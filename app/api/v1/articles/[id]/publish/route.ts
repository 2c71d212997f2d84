import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/articles";
import { checkPrecondition, etagOf } from "@/lib/api/precondition";
import { presentArticle, readerAddress } from "@/lib/api/presenters/present-article";
import { resource } from "@/lib/api/resource";
import { err, ok } from "@/lib/result";
import { getArticle } from "@/lib/workflows/articles/get-article";
import { publishArticle } from "@/lib/workflows/publication/publish-article";

const publish = endpoint(operations.publishArticle, async ({ actor, params, body, precondition }) => {
  const articleId = params.id ?? "";
  const before = await getArticle(actor, { articleId });
  if (!before.ok) return before;
  const { article } = before.value;
  const met = checkPrecondition(precondition, article, presentArticle(before.value));
  if (!met.ok) return met;
  const made = await publishArticle(actor, { articleId, revision: article.revision, ...body });
  if (!made.ok) {
    const blockers = made.error.kind === "invalid" ? made.error.fields?.blockers : undefined;
    if (!blockers) return made;
    return err({ problem: "not-ready" as const, detail: made.error.message, more: { blockers } });
  }
  const { publicationId: id, number, slug } = made.value;
  const url = readerAddress(slug);
  return ok({
    body: { id, number, articleId, slug, url },
    headers: { etag: etagOf({ revision: article.revision + 1 }), location: url },
  });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(publish);
