import type { z } from "zod";
import type { PublicationJob } from "@/lib/db/publication-jobs";
import { env } from "@/lib/env";
import type { publicationJobSchema } from "../schemas/publication";
import { readerAddress } from "./present-article";

/** Where a program reads how far the publication of a long article is. */
export function publicationJobAddress({ articleId, id }: { articleId: string; id: string }): string {
  return `${env().publicUrl}/api/v1/articles/${articleId}/publish-jobs/${id}`;
}

export function presentPublicationJob(
  job: PublicationJob,
  { slug }: { slug: string },
): z.output<typeof publicationJobSchema> {
  const { id, articleId, state, progress, failure, publication, requestedAt, requestedBy } = job;
  return {
    id,
    articleId,
    state,
    progress: progress && {
      format: progress.format,
      position: progress.position,
      total: progress.total,
    },
    failure,
    publication: publication && {
      id: publication.id,
      number: publication.number,
      articleId,
      slug,
      url: readerAddress(slug),
    },
    requestedBy,
    requestedAt,
  };
}
