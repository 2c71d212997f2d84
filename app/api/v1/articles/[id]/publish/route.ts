import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/publications";
import { checkPrecondition, etagOf } from "@/lib/api/precondition";
import { presentArticle, readerAddress } from "@/lib/api/presenters/present-article";
import { presentPublicationJob, publicationJobAddress } from "@/lib/api/presenters/present-publication-job";
import { type Problem, problemOf } from "@/lib/api/problem";
import { resource } from "@/lib/api/resource";
import type { Failure } from "@/lib/failure";
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
  if (!made.ok) return err(problemOfPublishing(made.error));
  if (made.value.kind === "preparing") {
    const { job } = made.value;
    return ok({ accepted: presentPublicationJob(job, article), location: publicationJobAddress(job) });
  }
  const { publicationId: id, number, slug } = made.value;
  const url = readerAddress(slug);
  return ok({
    body: { id, number, articleId, slug, url },
    headers: { etag: etagOf({ revision: article.revision + 1 }), location: url },
  });
});

/** The failures that have a problem type of their own. */
function problemOfPublishing(failure: Failure): Problem {
  const { blockers, outputs } = (failure.kind === "invalid" && failure.fields) || {};
  if (blockers) return { problem: "not-ready", detail: failure.message, more: { blockers } };
  if (outputs)
    return { problem: "outputs-failed", detail: failure.message, more: { outputs }, cause: failure.cause };
  return problemOf(failure);
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(publish);
