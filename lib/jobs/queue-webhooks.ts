import { onCommittedEvent } from "@/lib/db/committed-events";
import { enqueueJob } from "@/lib/db/job-queue";

/**
 * Queues the sending of webhooks as soon as a change is committed. What a crash prevents is found by the schedule within a minute. The job is not
 * queued in the transaction of the change: people who save at the same time would wait for each other, as there is one such job.
 * @returns a function that ends it
 */
export function queueWebhooksOnCommit(): () => void {
  let isQueuing = false;
  return onCommittedEvent(({ isSent }) => {
    if (!isSent || isQueuing) return;
    isQueuing = true;
    // A transaction announces all its events together: one job is enough.
    setImmediate(() => {
      isQueuing = false;
      enqueueJob(undefined, "send-webhooks", "due", null).catch((cause: unknown) =>
        console.warn("webhooks could not be queued; they are sent within a minute:", cause),
      );
    });
  });
}
