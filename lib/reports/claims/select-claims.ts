import { err, ok, type Result } from "@/lib/result";
import { mapRuns } from "../block-runs";
import type { Report, ReportClaim } from "../report";

/**
 * The report of some claims of an article. Claims keep their numbers; sources are numbered again, by first use. The text stays complete, with the marks of
 * these claims only.
 * @param numbers of claims, in any order
 * @returns the report, or the numbers that it does not have
 */
export function selectClaims(report: Report, numbers: readonly number[]): Result<Report, number[]> {
  const wanted = new Set(numbers);
  const known = new Set(report.claims.map(({ number }) => number));
  const unknown = [...wanted].filter((number) => !known.has(number));
  if (unknown.length > 0) return err(unknown);
  const chosen = report.claims.filter(({ number }) => wanted.has(number));
  const only = (some: readonly number[]) => some.filter((number) => wanted.has(number));
  const { claims, sources } = withTheirSources(report, chosen);
  return ok({
    ...report,
    selection: { of: report.selection?.of ?? report.claims.length },
    article: {
      ...report.article,
      blocks: mapRuns(report.article.blocks, (run) => ({
        ...run,
        claims: only(run.claims),
        starts: only(run.starts),
        ends: only(run.ends),
      })),
    },
    summary: {
      total: claims.length,
      counts: report.summary.counts.map(({ ratingKey }) => ({
        ratingKey,
        count: claims.filter((claim) => claim.ratingKey === ratingKey).length,
      })),
    },
    claims,
    sources,
    signers: report.signers.flatMap((signer) => {
      if (signer.role === "published") return [signer];
      const signed = only(signer.claims);
      return signed.length > 0 ? [{ ...signer, claims: signed }] : [];
    }),
    corrections: report.corrections.filter(({ claim }) => claim !== null && wanted.has(claim)),
    ...(report.unfinished && {
      unfinished: { unapproved: only(report.unfinished.unapproved), missing: [] },
    }),
  });
}

/** Claims with the sources that they use, numbered 1, 2, 3 … */
function withTheirSources(
  report: Report,
  chosen: readonly ReportClaim[],
): { claims: ReportClaim[]; sources: Report["sources"] } {
  const used = [...new Set(chosen.flatMap(({ evidence }) => evidence.map(({ source }) => source)))];
  const numberOf = new Map(used.map((source, index) => [source, index + 1]));
  const claims = chosen.map((claim) => ({
    ...claim,
    evidence: claim.evidence.map((evidence) => ({
      ...evidence,
      source: numberOf.get(evidence.source) ?? evidence.source,
    })),
  }));
  const sources = used.flatMap((source) => {
    const found = report.sources[source - 1];
    return found ? [{ ...found, number: numberOf.get(source) ?? source }] : [];
  });
  return { claims, sources };
}
