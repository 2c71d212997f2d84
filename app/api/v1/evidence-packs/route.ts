import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/reports";
import { presentRequestedReport } from "@/lib/api/presenters/present-report-job";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { requestReport } from "@/lib/workflows/reports/jobs/request-report";

const download = endpoint(operations.exportEvidencePack, async ({ actor, query }) => {
  const requested = await requestReport(actor, { kind: "evidence-pack", options: query });
  return requested.ok ? ok(presentRequestedReport(requested.value)) : requested;
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(download);
