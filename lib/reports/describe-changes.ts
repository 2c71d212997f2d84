import { describeClaimant } from "@/lib/claimants/labels";
import { formatDate } from "@/lib/format-date";
import { CONFIDENTIAL_SOURCE } from "@/lib/sources/labels";
import { words } from "@/lib/words/words";
import type { Report, ReportClaim, ReportSource } from "./report";

const t = words("claimants");

/** A change to what readers have already seen. */
export interface ReportChange {
  /** Id of the claim, the same in both reports. */
  claimId: string;
  field:
    | "statement"
    | "claimant"
    | "carriedBy"
    | "claimedOn"
    | "verdict"
    | "rationale"
    | "quote"
    | "sources"
    | "removed";
  /** As text for readers. */
  from: string;
  to: string;
}

/** Compares a published Report with its replacement. Each change needs a Correction with a public note. */
export function describeChanges(from: Report, to: Report): ReportChange[] {
  const now = new Map(to.claims.map((claim) => [claim.id, claim]));
  const changes: ReportChange[] = [];
  for (const before of from.claims) {
    const after = now.get(before.id);
    const add = (field: ReportChange["field"], was: string, is: string) => {
      if (was !== is) changes.push({ claimId: before.id, field, from: was, to: is });
    };
    if (!after) {
      add("removed", before.statement, "no longer published");
      continue;
    }
    // Include statement and claimant: the same verdict on another statement says something else.
    add("statement", before.statement, after.statement);
    add("claimant", claimantOf(before), claimantOf(after));
    add("carriedBy", carrierOf(before), carrierOf(after));
    add("claimedOn", dayOf(before), dayOf(after));
    add("verdict", labelOf(from, before), labelOf(to, after));
    add("rationale", before.rationaleText, after.rationaleText);
    add("quote", before.quote, after.quote);
    // The reason for a redaction and the description of a confidential source both stand for a source without a name.
    const isCompared = hasRedactedSource(from, before) ? isNamed : () => true;
    // A correction must not name a source that has become confidential.
    if (sourcesOf(from, before, isCompared) !== sourcesOf(to, after, isCompared))
      add("sources", sourcesOf(from, before, namedIn(to, after)), sourcesOf(to, after));
  }
  return changes;
}

function claimantOf({ claimant }: ReportClaim): string {
  return claimant ? describeClaimant(claimant) : t("notNamed");
}

function carrierOf({ carriedBy }: ReportClaim): string {
  return carriedBy ?? t("notNamed");
}

function dayOf({ claimedOn }: ReportClaim): string {
  return claimedOn === null ? "no date" : formatDate(claimedOn);
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
): string {
  return claim.evidence
    .map((evidence) => {
      const source = report.sources[evidence.source - 1];
      if (source && !isShown(source)) return `${evidence.stanceLabel}: ${CONFIDENTIAL_SOURCE}`;
      const parts = [source?.title, source?.publisher, source?.url, evidence.excerpt, evidence.note];
      return `${evidence.stanceLabel}: ${parts.filter(Boolean).join(", ")}`;
    })
    .join("; ");
}
