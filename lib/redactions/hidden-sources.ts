import type { Report, ReportSource } from "@/lib/reports/report";
import type { AppliedRedaction } from "./redaction";

/** The redaction that hides a source of a Report as a whole; undefined if none does, or if it was confidential already. */
export function sourceRedactionOf(
  report: Report,
  source: ReportSource,
  redactions: readonly AppliedRedaction[],
): AppliedRedaction | undefined {
  if (source.confidential) return undefined;
  const { number } = report.publication;
  return redactions.find(
    ({ target }) =>
      target.kind === "source" &&
      ((typeof source.id === "string" && target.sourceIds.includes(source.id)) ||
        target.at.some((at) => at.publication === number && at.source === source.number)),
  );
}

/** The redaction of each source that has to go, by the source's number. */
export function hiddenSources(
  report: Report,
  redactions: readonly AppliedRedaction[],
): ReadonlyMap<number, AppliedRedaction> {
  return new Map(
    report.sources.flatMap((source) => {
      const redaction = sourceRedactionOf(report, source, redactions);
      return redaction ? [[source.number, redaction] as const] : [];
    }),
  );
}
