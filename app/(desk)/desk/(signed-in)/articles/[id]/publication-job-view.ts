import type { PublicationJobView } from "@/components/review/publication-progress";
import type { PublicationJob } from "@/lib/db/publication-jobs";

/** The fields of a publication in preparation that the desk page receives. */
export function publicationJobView(job: PublicationJob): PublicationJobView {
  const { id, state, revision, progress, failure, publication } = job;
  return {
    id,
    state,
    revision,
    progress: progress && { format: progress.format, position: progress.position, total: progress.total },
    failure,
    publication: publication && { number: publication.number },
  };
}
