import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/publications";
import { presentPublicationJob } from "@/lib/api/presenters/present-publication-job";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { getArticle } from "@/lib/workflows/articles/get-article";
import { getPublicationJob } from "@/lib/workflows/publication/get-publication-job";

const read = endpoint(operations.getPublishJob, async ({ actor, params }) => {
  const articleId = params.id ?? "";
  const job = await getPublicationJob(actor, { articleId, jobId: params.job ?? "" });
  if (!job.ok) return job;
  const found = await getArticle(actor, { articleId });
  if (!found.ok) return found;
  const body = presentPublicationJob(job.value, found.value.article);
  return ok({ body, ...(body.state === "preparing" && { headers: { "retry-after": "1" } }) });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(read);
