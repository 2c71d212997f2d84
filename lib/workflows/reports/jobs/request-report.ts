import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { enqueueJob } from "@/lib/db/job-queue";
import { countPreparingReports, findReportJob, insertReportJob, type ReportJob } from "@/lib/db/report-jobs";
import { inTransaction } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { ok, type Result } from "@/lib/result";
import { words } from "@/lib/words/words";
import { invalid, notFound } from "@/lib/workflows/refusals";
import type { DownloadedFile } from "../downloaded-file";
import { makeReport, measureReport, type ReportRequest } from "./make-report";

/** Reports that one person can have in preparation. */
const MAX_PREPARING = 5;

/** A file at once, or the job that makes it. */
export type RequestedReport = { kind: "file"; file: DownloadedFile } | { kind: "preparing"; job: ReportJob };

/**
 * Makes a report at once if it is small, else in the background. The same request of the same person, made again meanwhile, gets the same job, so it is
 * safe to repeat.
 */
export async function requestReport(
  actor: Actor,
  request: ReportRequest,
): Promise<Result<RequestedReport, Failure>> {
  const measured = await measureReport(actor, request);
  if (!measured.ok) return measured;
  if (measured.value.isLarge) return queue(actor, measured.value.request);
  const file = await makeReport(actor, request);
  return file.ok ? ok({ kind: "file", file: file.value }) : file;
}

function queue(actor: Actor, request: ReportRequest): Promise<Result<RequestedReport, Failure>> {
  const requestKey = createHash("sha256")
    .update(canonicalize(request) ?? "")
    .digest("hex");
  return inTransaction(async (tx) => {
    const { id, isNew } = await insertReportJob(tx, { request, requestKey, requestedById: actor.id });
    if (isNew && (await countPreparingReports(actor.id, tx)) > MAX_PREPARING)
      return invalid(words("reports")("error.many", { count: MAX_PREPARING }));
    if (isNew) await enqueueJob(tx, "make-report", id, { reportJobId: id });
    const job = await findReportJob(id, tx);
    return job ? ok({ kind: "preparing" as const, job }) : notFound("file");
  });
}
