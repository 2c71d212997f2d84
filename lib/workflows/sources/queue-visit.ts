import { enqueueJob } from "@/lib/db/job-queue";
import type { SourceRecord } from "@/lib/db/sources";
import type { Tx } from "@/lib/db/transaction";
import { env } from "@/lib/env";

/** Queues a visit to a source's page, which saves a copy if there is none. */
export async function queueVisit(tx: Tx, { id, keptAt }: SourceRecord): Promise<void> {
  if (env().snapshotsCitedPages)
    await enqueueJob(tx, keptAt ? "check-link" : "keep-copy", id, { sourceId: id });
}
