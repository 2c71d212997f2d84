import type { Instrumentation } from "next";

/** Runs once when a server starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const loopDelayLog = process.env.OBELUS_LOOP_DELAY_LOG;
  if (loopDelayLog) (await import("@/lib/loop-delay-log")).logLoopDelays(loopDelayLog);
  const { recordVisitorAddresses } = await import("@/lib/auth/visitor-address");
  recordVisitorAddresses();
  const { env } = await import("@/lib/env");
  const { databaseUrl } = env();
  if (!databaseUrl) return;
  const { keepJobsRunning } = await import("@/lib/jobs/keep-jobs-running");
  keepJobsRunning(databaseUrl);
}

/** Logs what failed while a page, an action or a route was made, under the number that its error page shows. */
export const onRequestError: Instrumentation.onRequestError = (error, { method, path }) => {
  const digest = error instanceof Error && "digest" in error ? ` (error ${String(error.digest)})` : "";
  console.error(`${method} ${path} failed${digest}:`, error);
};
