import { bareOrganisation } from "@/lib/organisation";
import type { Report, ReportClaim, ReportCorrection, ReportEvidence, ReportSource } from "../report";
import { upgradeClaimant, type WithClaimantText } from "./upgrade-claimant";
import { type ReportWithLabels, upgradeLabels } from "./upgrade-labels";

type Signer = Report["signers"][number];
type Missing<Of, Later extends keyof Of, Optional extends keyof Of = never> = Omit<Of, Later | Optional> &
  Partial<Pick<Of, Optional>>;

/** A Report as publications stored it first. What is optional was added while it was the current version. */
export type ReportVersion1 = Omit<
  Report,
  | "schemaVersion"
  | "publication"
  | "organisation"
  | "finding"
  | "claims"
  | "sources"
  | "signers"
  | "corrections"
> & {
  schemaVersion: 1;
  publication: Missing<Report["publication"], "firstPublishedAt">;
  organisation?: { name: string; url: string | null };
  /** Numbered by position. */
  claims: (WithClaimantText<Missing<ReportClaim, "position" | "firstPublishedAt" | "evidence">> & {
    kindLabel?: string;
    evidence: (Missing<ReportEvidence, "id"> & { stanceLabel?: string })[];
  })[];
  sources: (Missing<ReportSource, never, "id" | "archiveUrl" | "keptAt" | "authors" | "gone"> & {
    kindLabel?: string;
  })[];
  signers: Missing<Signer, never, "person">[];
  corrections: Missing<ReportCorrection, never, "kind">[];
};

type ClaimOfVersion2 = ReportWithLabels["claims"][number];

/** A Report of version 2. What is optional was added while it was the current version. */
export type ReportVersion2 = Omit<Missing<ReportWithLabels, never, "finding">, "claims"> & {
  claims: (ClaimOfVersion2 | WithClaimantText<ClaimOfVersion2>)[];
};

/** A Report in the form of the time when it was published. */
export type StoredReport = ReportVersion2 | ReportVersion1;

/**
 * A stored Report in the current form. It says the same: what an earlier version does not have is null, empty or, for first dates, what is
 * known of them.
 * @param stored is not changed
 * @param articleFirstPublishedAt ISO 8601 instant of the article's first publication, which Reports of version 1 do not name
 * @throws RangeError for a version that this code does not know
 */
export function upgradeReport(stored: StoredReport, articleFirstPublishedAt: string): Report {
  switch (stored.schemaVersion) {
    case 1:
      return upgradeLabels(fromVersion1(stored, articleFirstPublishedAt));
    case 2:
      return upgradeLabels(fromVersion2(stored));
    default:
      throw new RangeError(
        `the report has version ${(stored as { schemaVersion: unknown }).schemaVersion}; this code reads versions 1 and 2`,
      );
  }
}

function fromVersion2(report: ReportVersion2): ReportWithLabels {
  return { ...report, finding: report.finding ?? null, claims: report.claims.map(upgradeClaimant) };
}

function fromVersion1(report: ReportVersion1, firstPublishedAt: string): Report {
  return {
    ...report,
    schemaVersion: 2,
    publication: { ...report.publication, firstPublishedAt },
    organisation: report.organisation
      ? bareOrganisation(report.organisation.name, report.organisation.url)
      : null,
    finding: null,
    claims: report.claims.map((claim, index) => ({
      ...upgradeClaimant(claim),
      position: index + 1,
      firstPublishedAt,
      evidence: claim.evidence.map((evidence) => ({ id: null, ...evidence })),
    })),
    sources: report.sources.map((source) => ({
      id: null,
      archiveUrl: null,
      keptAt: null,
      authors: [],
      gone: false,
      ...source,
    })),
    signers: numbered(report.signers),
    corrections: report.corrections.map((correction) => ({ kind: "correction" as const, ...correction })),
  };
}

/** Signers with the number of their person. Reports without it have each name once per role. */
function numbered(signers: ReportVersion1["signers"]): Signer[] {
  const names = [...new Set(signers.map(({ name }) => name))];
  return signers.map((signer) => ({ ...signer, person: signer.person ?? names.indexOf(signer.name) + 1 }));
}
