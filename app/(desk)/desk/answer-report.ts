import { answerFile } from "@/app/(desk)/desk/answer-file";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import type { RequestedReport } from "@/lib/workflows/reports/jobs/request-report";

/** The file of a report, or 202 if it is made in the background: the page of reports then lists it. */
export function answerReport(requested: Result<RequestedReport, Failure>): Response {
  if (!requested.ok) return answerFile(requested);
  if (requested.value.kind === "file") return answerFile({ ok: true, value: requested.value.file });
  return Response.json(
    { job: requested.value.job.id },
    { status: 202, headers: { "cache-control": "no-store" } },
  );
}
