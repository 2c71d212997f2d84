import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/publications";
import { etagOf } from "@/lib/api/precondition";
import { readerAddress } from "@/lib/api/presenters/present-article";
import { presentPublicationJob, publicationJobAddress } from "@/lib/api/presenters/present-publication-job";
import { problemOfPublishing } from "@/lib/api/problem-of-publishing";
import { readArticleToEdit } from "@/lib/api/read-to-edit";
import { resource } from "@/lib/api/resource";
import { err, ok } from "@/lib/result";
import { publishArticle } from "@/lib/workflows/publication/publish-article";

const publish = endpoint(operations.publishArticle, async (call) => {
  const before = await readArticleToEdit(call);
  if (!before.ok) return before;
  const { article } = before.value;
  const { actor, body } = call;
  const articleId = article.id;
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

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(publish);
