import { findPublicationJob, type PublicationJob } from "@/lib/db/publication-jobs";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { asResult, notFound } from "@/lib/workflows/refusals";

/** How far the publication of a long article is. */
export async function getPublicationJob(
  actor: Actor,
  { articleId, jobId }: { articleId: string; jobId: string },
): Promise<Result<PublicationJob, Failure>> {
  const allowed = asResult(can(actor, "publish", "article"));
  if (!allowed.ok) return allowed;
  const job = await findPublicationJob(jobId);
  return job?.articleId === articleId ? ok(job) : notFound("publication");
}
