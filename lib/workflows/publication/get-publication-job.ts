import { z } from "zod";
import { findPublicationJob, type PublicationJob } from "@/lib/db/publication-jobs";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { asResult, notFound, parseInput } from "@/lib/workflows/refusals";

const inputSchema = z.object({ articleId: z.string(), jobId: z.string() });

/** How far the publication of a long article is. */
export async function getPublicationJob(
  actor: Actor,
  input: z.input<typeof inputSchema>,
): Promise<Result<PublicationJob, Failure>> {
  const allowed = asResult(can(actor, "publish", "article"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(inputSchema, input);
  if (!parsed.ok) return parsed;
  const { articleId, jobId } = parsed.value;
  const job = await findPublicationJob(jobId);
  return job?.articleId === articleId ? ok(job) : notFound("publication");
}
