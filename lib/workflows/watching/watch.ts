import { flagDueReviews } from "./flag-due-reviews";
import { queuePageChecks } from "./queue-page-checks";
import { remindOfIdleWork } from "./remind-of-idle-work";

/**
 * Flags reviews that are due and idle work, and queues the page checks that are due. One that fails does not stop the others.
 * @throws AggregateError with what failed
 */
export async function watch(now: Date): Promise<void> {
  const done = await Promise.allSettled([flagDueReviews(now), remindOfIdleWork(now), queuePageChecks(now)]);
  const failures = done.filter((each) => each.status === "rejected").map(({ reason }) => reason as unknown);
  if (failures.length > 0) throw new AggregateError(failures, "the desk could not watch everything");
}
