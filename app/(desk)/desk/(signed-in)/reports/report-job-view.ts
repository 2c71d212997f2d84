import type { ReportJobView } from "@/components/reports/report-jobs";
import type { ReportJob } from "@/lib/db/report-jobs";
import { formatDate } from "@/lib/format-date";
import { words } from "@/lib/words/words";
import type { ReportRequest } from "@/lib/workflows/reports/jobs/make-report";

/** The fields of a requested report that the desk receives. */
export function reportJobView({
  id,
  request,
  requestedAt,
  state,
  progress,
  failure,
  file,
}: ReportJob): ReportJobView {
  const { kind, options } = request as ReportRequest;
  const day = (name: "from" | "to") => {
    const value = (options as Partial<Record<string, string | null>>)[name];
    return value ? formatDate(value) : "";
  };
  return {
    id,
    kind,
    from: day("from"),
    to: day("to"),
    format: words("reports")(`format.${options.format}` as "format.pdf"),
    requestedAt,
    state,
    progress: progress && { step: progress.step, position: progress.position, total: progress.total },
    failure,
    file: file && { name: file.name, size: file.size },
  };
}
