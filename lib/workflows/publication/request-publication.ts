import { enqueueJob } from "@/lib/db/job-queue";
import type { PublicationJob } from "@/lib/db/publication-jobs";
import {
  findLatestPublicationJob,
  findPublicationJob,
  insertPublicationJob,
} from "@/lib/db/publication-jobs";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { ok, type Result } from "@/lib/result";
import { withLockedArticle } from "@/lib/workflows/articles/with-locked-article";
import { invalid, notFound } from "@/lib/workflows/refusals";
import { type PublicationInput, publicationOpening } from "./draft-publication";

/**
 * Queues the publication of a long article: its files are rendered in the background, then it is published. The same request of the same
 * person, made again meanwhile, gets the same job.
 */
export async function requestPublication(
  actor: Actor,
  input: PublicationInput,
  { scheduled }: { scheduled: boolean },
): Promise<Result<{ kind: "preparing"; job: PublicationJob }, Failure>> {
  return withLockedArticle(actor, publicationOpening, input, async (tx, _, sent) => {
    const { articleId, revision, corrections } = sent;
    const latest = await findLatestPublicationJob(articleId, tx);
    if (latest?.state === "preparing") {
      if (latest.revision === revision && latest.requestedBy.id === actor.id)
        return ok({ kind: "preparing", job: latest });
      return invalid(
        `${latest.requestedBy.name} is already publishing this article. Wait until it is published, then review it.`,
      );
    }
    const id = await insertPublicationJob(tx, {
      articleId,
      revision,
      notes: corrections,
      requestedById: actor.id,
      scheduled,
    });
    await enqueueJob(tx, "publish-article", id, { publicationJobId: id });
    const job = await findPublicationJob(id, tx);
    return job ? ok({ kind: "preparing", job }) : notFound("article");
  });
}
