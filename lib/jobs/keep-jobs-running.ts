import { setJobState } from "@/lib/health/job-state";
import { onShutdown } from "@/lib/shutdown";
import { runJobs } from "./run-jobs";

/** Milliseconds before another attempt: the first, and the most. */
const RETRY_DELAY_MS = { first: 500, most: 15_000 } as const;

/**
 * Starts the background jobs of this instance, and tries again until they run: the database may not answer yet. Pages are served
 * meanwhile, and health says that jobs are starting.
 * @param url address of the database
 * @param start how they are started
 */
export function keepJobsRunning(url: string, start = runJobs): void {
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let starting: Promise<void> = Promise.resolve();
  let running: { stop(): Promise<void> } | null = null;
  const attempt = async (delay: number): Promise<void> => {
    try {
      running = await start(url);
      setJobState("running");
    } catch (cause) {
      if (stopped) return;
      // One line for an outage, not one for each attempt.
      if (delay === RETRY_DELAY_MS.first)
        console.error("Background jobs can't start yet, trying again:", cause);
      timer = setTimeout(() => {
        starting = attempt(Math.min(RETRY_DELAY_MS.most, delay * 2));
      }, delay);
      timer.unref();
    }
  };
  setJobState("starting");
  starting = attempt(RETRY_DELAY_MS.first);
  onShutdown("jobs", async () => {
    stopped = true;
    clearTimeout(timer);
    await starting;
    await running?.stop();
  });
}
