import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/reports";
import { presentFile } from "@/lib/api/presenters/present-report-job";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { downloadReport } from "@/lib/workflows/reports/jobs/get-report-job";

const download = endpoint(operations.downloadReport, async ({ actor, params }) => {
  const file = await downloadReport(actor, { jobId: params.id ?? "" });
  return file.ok ? ok(presentFile(file.value)) : file;
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(download);
