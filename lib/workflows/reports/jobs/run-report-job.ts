import {
  failStalledReports,
  findReportJob,
  finishReportJob,
  forgetReportJobs,
  type ReportJob,
  type ReportProgress,
  recordReportProgress,
  startReportJob,
} from "@/lib/db/report-jobs";
import { findUser } from "@/lib/db/users";
import { logCause } from "@/lib/to-client";
import { words } from "@/lib/words/words";
import { makeReport, type ReportRequest } from "./make-report";

/** A job that has not progressed for this long was abandoned by instances that crashed. */
const STALLED_AFTER_MS = 30 * 60_000;
/** How long a file can be downloaded. */
const RETENTION_MS = 7 * 86_400_000;
/** A larger file is not kept. */
const MAX_BYTES = 64 * 1024 * 1024;

const t = words("reports");

/** Makes a report that was requested, and keeps its file for a week. Records why, if there is none. */
export async function runReportJob({ reportJobId }: { reportJobId: string }): Promise<void> {
  const job = await findReportJob(reportJobId);
  // It has ended: an instance that crashed had just made it.
  if (job?.state !== "preparing") return;
  const user = await findUser(job.requestedById);
  if (!user || user.disabled) return finishReportJob(job.id, { failure: t("error.account") });
  await startReportJob(job.id, new Date());
  const { id, name, email, role } = user;
  const made = await makeReport({ id, name, email, role }, job.request as ReportRequest, (progress) =>
    recordProgress(job, progress),
  );
  if (!made.ok) {
    logCause(made.error);
    return finishReportJob(job.id, { failure: made.error.message });
  }
  if (made.value.bytes.length > MAX_BYTES)
    return finishReportJob(job.id, { failure: t("error.large", { megabytes: MAX_BYTES / 1024 / 1024 }) });
  await finishReportJob(job.id, made.value);
}

/** Ends abandoned jobs, and deletes old ones with their files. */
export async function tidyReportJobs(now: Date): Promise<void> {
  await failStalledReports(new Date(now.getTime() - STALLED_AFTER_MS), t("error.stalled"));
  await forgetReportJobs(new Date(now.getTime() - RETENTION_MS));
}

/** A failure to record the progress does not stop the report. */
function recordProgress({ id }: ReportJob, progress: ReportProgress): void {
  recordReportProgress(id, progress).catch((cause: unknown) =>
    console.warn(`the progress of report ${id} could not be recorded:`, cause),
  );
}
