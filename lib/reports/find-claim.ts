import type { Report, ReportClaim } from "./report";

/** Claims by number, for each Report that was asked for one. Reports never change. */
const indexes = new WeakMap<Report, ReadonlyMap<number, ReportClaim>>();

/** The claim of a Report with a number, which says nothing of its position; undefined if there is none. */
export function findClaim(report: Report, number: number): ReportClaim | undefined {
  const index = indexes.get(report) ?? new Map(report.claims.map((claim) => [claim.number, claim]));
  indexes.set(report, index);
  return index.get(number);
}
