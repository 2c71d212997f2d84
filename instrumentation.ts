/** Runs once when a server starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  endWithParent();
  const { recordVisitorAddresses } = await import("@/lib/auth/visitor-address");
  recordVisitorAddresses();
  const { env } = await import("@/lib/env");
  const { databaseUrl } = env();
  if (!databaseUrl) return;
  const { runJobs } = await import("@/lib/jobs/run-jobs");
  // Pages are served meanwhile, and also when it fails.
  runJobs(databaseUrl).catch((error: unknown) => console.error("jobs are not being done:", error));
}

/** A server that `npm start` began ends with the process that began it, so that nothing is left over when that one is killed. */
function endWithParent(): void {
  const parent = Number(process.env.OBELUS_PARENT_PID);
  if (!parent) return;
  const watch = setInterval(() => {
    try {
      process.kill(parent, 0);
    } catch {
      process.exit(0); // It is gone; there is nobody left to tell.
    }
  }, 1000);
  watch.unref();
}
