import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/reports";
import { presentReportJob } from "@/lib/api/presenters/present-report-job";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { getReportJob } from "@/lib/workflows/reports/jobs/get-report-job";

const read = endpoint(operations.getReportJob, async ({ actor, params }) => {
  const job = await getReportJob(actor, { jobId: params.id ?? "" });
  if (!job.ok) return job;
  const body = presentReportJob(job.value);
  return ok({ body, headers: { ...(body.state === "preparing" && { "retry-after": "2" }) } });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(read);
