import { isDeepStrictEqual } from "node:util";
import type {
  CorrectedSource,
  CorrectionField,
  CorrectionValue,
  Report,
  ReportClaim,
  ReportSource,
} from "./report";

/** A change to what readers have already seen. */
export interface ReportChange {
  /** Id of the claim, the same in both reports. */
  claimId: string;
  field: CorrectionField;
  from: CorrectionValue;
  to: CorrectionValue;
}

/** Compares a published Report with its replacement. Each change needs a Correction with a public note. */
export function describeChanges(from: Report, to: Report): ReportChange[] {
  const now = new Map(to.claims.map((claim) => [claim.id, claim]));
  const changes: ReportChange[] = [];
  for (const before of from.claims) {
    const after = now.get(before.id);
    const add = (field: CorrectionField, was: CorrectionValue, is: CorrectionValue) => {
      if (was !== is) changes.push({ claimId: before.id, field, from: was, to: is });
    };
    if (!after) {
      add("removed", before.statement, null);
      continue;
    }
    // Include statement and claimant: the same verdict on another statement says something else.
    add("statement", before.statement, after.statement);
    add("claimant", claimantOf(before), claimantOf(after));
    add("carriedBy", before.carriedBy, after.carriedBy);
    add("claimedOn", before.claimedOn, after.claimedOn);
    add("verdict", labelOf(from, before), labelOf(to, after));
    add("rationale", before.rationaleText, after.rationaleText);
    add("quote", before.quote, after.quote);
    // The reason for a redaction and the description of a confidential source both stand for a source without a name.
    const isCompared = hasRedactedSource(from, before) ? isNamed : () => true;
    // A correction must not name a source that has become confidential.
    if (!isDeepStrictEqual(sourcesOf(from, before, isCompared), sourcesOf(to, after, isCompared)))
      add("sources", sourcesOf(from, before, namedIn(to, after)), sourcesOf(to, after));
  }
  return changes;
}

/** "Ida Brandt, then mayor", as data in the language of the article. */
function claimantOf({ claimant }: ReportClaim): string | null {
  return claimant && [claimant.name, claimant.role].filter(Boolean).join(", ");
}

function labelOf(report: Report, claim: ReportClaim): string {
  return report.scale.ratings.find((rating) => rating.key === claim.ratingKey)?.label ?? claim.ratingKey;
}

/** Which sources of an earlier report can be named: all, unless the claim now has confidential ones. */
function namedIn(report: Report, claim: ReportClaim): (source: ReportSource) => boolean {
  const isHiding = claim.evidence.some((evidence) => report.sources[evidence.source - 1]?.confidential);
  return (source) =>
    !isHiding || report.sources.some(({ title, url }) => title === source.title && url === source.url);
}

function hasRedactedSource(report: Report, claim: ReportClaim): boolean {
  return claim.evidence.some((evidence) => report.sources[evidence.source - 1]?.redacted);
}

function isNamed(source: ReportSource): boolean {
  return !source.confidential;
}

function sourcesOf(
  report: Report,
  claim: ReportClaim,
  isShown: (source: ReportSource) => boolean = () => true,
): CorrectedSource[] {
  return claim.evidence.map(({ source: number, stance, excerpt, note }) => {
    const source = report.sources[number - 1];
    if (source && !isShown(source)) return { stance, unnamed: true, text: "" };
    const parts = [source?.title, source?.publisher, source?.url, excerpt, note];
    return { stance, unnamed: source?.title === null, text: parts.filter(Boolean).join(", ") };
  });
}
