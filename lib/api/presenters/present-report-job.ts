import type { z } from "zod";
import { contentDisposition } from "@/lib/content-disposition";
import type { ReportJob } from "@/lib/db/report-jobs";
import { env } from "@/lib/env";
import type { DownloadedFile } from "@/lib/workflows/reports/downloaded-file";
import type { ReportRequest } from "@/lib/workflows/reports/jobs/make-report";
import type { RequestedReport } from "@/lib/workflows/reports/jobs/request-report";
import type { reportJobSchema } from "../schemas/report-job";

/** Where a program reads how far a report is. */
function reportJobAddress(id: string): string {
  return `${env().publicUrl}/api/v1/report-jobs/${id}`;
}

export function presentReportJob(job: ReportJob): z.output<typeof reportJobSchema> {
  const { id, state, progress, failure, file, requestedAt } = job;
  return {
    id,
    kind: (job.request as ReportRequest).kind,
    state,
    progress: progress && { step: progress.step, position: progress.position, total: progress.total },
    failure,
    file: file && {
      name: file.name,
      type: file.type,
      size: file.size,
      url: `${reportJobAddress(id)}/file`,
    },
    requestedAt,
  };
}

/** The answer of an operation that downloads a file. */
export function presentFile({ name, type, bytes, etag, language }: DownloadedFile) {
  return {
    bytes: new Uint8Array(bytes),
    headers: {
      "content-type": type,
      "content-disposition": contentDisposition("attachment", name),
      ...(etag === null ? {} : { etag }),
      ...(language === null ? {} : { "content-language": language }),
    },
  };
}

/** The answer of an operation that makes a report: its file, or 202 with the address of its job. */
export function presentRequestedReport(requested: RequestedReport) {
  if (requested.kind === "file") return presentFile(requested.file);
  return { accepted: presentReportJob(requested.job), location: reportJobAddress(requested.job.id) };
}
