import type { Report, ReportClaim, ReportEvidence, ReportSource } from "@/lib/reports/report";

/** What a verdict rests on first. */
export interface KeySource {
  evidence: ReportEvidence;
  source: ReportSource;
}

/**
 * The evidence that summaries name for a claim: the first primary source; without one, the first that supports or refutes the claim;
 * else the first of all.
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
    used.find(({ source }) => source.primary) ??
    used.find(({ evidence }) => evidence.stance !== "context") ??
    used[0] ??
    null
  );
}
