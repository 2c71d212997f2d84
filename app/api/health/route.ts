import { env } from "@/lib/env";
import { type DatabaseMonitor, watchDatabase } from "@/lib/health/database-monitor";
import { readinessOf } from "@/lib/health/health";
import { jobState } from "@/lib/health/job-state";

export const dynamic = "force-dynamic";

let monitor: DatabaseMonitor | undefined;

/** Whether this instance can serve. For Next hosted alone: the HTTP front (scripts/serve) answers this address itself. */
export async function GET(): Promise<Response> {
  monitor ??= watchDatabase(env().databaseUrl ?? "");
  const answer = readinessOf({ databaseAnswers: await monitor.check(), jobs: jobState(), stopping: false });
  return Response.json(answer.body, {
    status: answer.status,
    headers: { "Content-Type": answer.contentType, "Cache-Control": "no-store" },
  });
}
