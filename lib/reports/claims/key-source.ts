import type { Report, ReportClaim, ReportEvidence, ReportSource } from "@/lib/reports/report";

/** What a verdict rests on first. */
export interface KeySource {
  evidence: ReportEvidence;
  source: ReportSource;
}

/**
 * The evidence that summaries name for a claim: the first primary source that supports or refutes it; without one, the first other source
 * that does; else the first primary one that gives context, or the first of all.
 * @returns null for a claim without evidence
 */
export function keySource(
  report: Pick<Report, "sources">,
  claim: Pick<ReportClaim, "evidence">,
): KeySource | null {
  const used = claim.evidence.flatMap((evidence) => {
    const source = report.sources[evidence.source - 1];
    return source ? [{ evidence, source }] : [];
  });
  return (
    used.find(({ source, evidence }) => source.primary && evidence.stance !== "context") ??
    used.find(({ evidence }) => evidence.stance !== "context") ??
    used.find(({ source }) => source.primary) ??
    used[0] ??
    null
  );
}
