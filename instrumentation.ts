/** Runs once when a server starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  endWithParent();
  const loopDelayLog = process.env.OBELUS_LOOP_DELAY_LOG;
  if (loopDelayLog) (await import("@/lib/loop-delay-log")).logLoopDelays(loopDelayLog);
  const { recordVisitorAddresses } = await import("@/lib/auth/visitor-address");
  recordVisitorAddresses();
  const { env } = await import("@/lib/env");
  const { databaseUrl } = env();
  if (!databaseUrl) return;
  const { runJobs } = await import("@/lib/jobs/run-jobs");
  // Pages are served meanwhile, and even if this fails.
  runJobs(databaseUrl).catch((error: unknown) => console.error("background jobs could not start:", error));
}

/** A server started by `npm start` exits with its parent process, so that nothing keeps running when that is killed. */
function endWithParent(): void {
  const parent = Number(process.env.OBELUS_PARENT_PID);
  if (!parent) return;
  const watch = setInterval(() => {
    try {
      process.kill(parent, 0);
    } catch {
      process.exit(0); // The parent is gone.
    }
  }, 1000);
  watch.unref();
}
