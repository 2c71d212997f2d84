import { enqueueJob } from "@/lib/db/job-queue";
import { listPagesDue } from "@/lib/db/page-checks";
import { delaysByHost } from "@/lib/watching/host-delays";
import { readDeskSettings } from "@/lib/workflows/settings/desk-settings";

const DAY_MS = 86_400_000;
/** Pages queued per run, which is every quarter of an hour. */
const BATCH_SIZE = 200;
/** Seconds between two visits of one site, and visits per run, so that they end before the next run. */
const PER_HOST = { gapSeconds: 10, mostPerHost: 60 };

/** Queues a check of each page that is due by the setting of the desk, off by default. @returns how many were queued */
export async function queuePageChecks(now: Date): Promise<number> {
  const { pageDays } = (await readDeskSettings()).watching;
  if (pageDays === 0) return 0;
  const due = await listPagesDue(new Date(now.getTime() - pageDays * DAY_MS), BATCH_SIZE);
  const delays = delaysByHost(due, PER_HOST);
  for (const [sourceId, seconds] of delays)
    await enqueueJob(undefined, "check-page", sourceId, { sourceId }, seconds);
  return delays.size;
}
