import type { JobState } from "./job-state";

export interface Checks {
  databaseAnswers: boolean;
  jobs: JobState;
  /** Whether this instance is shutting down. */
  stopping: boolean;
}

export interface HealthAnswer {
  /** HTTP status: 200 if this instance can serve. */
  status: 200 | 503;
  contentType: "application/json" | "application/problem+json";
  body: Record<string, unknown>;
}

/**
 * Whether an instance can serve (readiness). It can while its jobs are still starting, and says so. Whether its process works at all
 * (liveness) is another question: see /api/health/live.
 */
export function readinessOf({ databaseAnswers, jobs, stopping }: Checks): HealthAnswer {
  if (stopping) return unavailable("This instance is stopping");
  if (!databaseAnswers) return unavailable("The database does not answer");
  return {
    status: 200,
    contentType: "application/json",
    body: jobs === "starting" ? { status: "degraded", jobs } : { status: "ok" },
  };
}

/** An RFC 9457 problem. */
function unavailable(title: string): HealthAnswer {
  return {
    status: 503,
    contentType: "application/problem+json",
    body: { type: "about:blank", title, status: 503 },
  };
}
