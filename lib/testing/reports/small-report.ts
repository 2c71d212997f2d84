import { defaultScale } from "@/lib/ratings/default-scale";
import type {
  Report,
  ReportBlock,
  ReportClaim,
  ReportClaimant,
  ReportCorrection,
  ReportEvidence,
  ReportRun,
  ReportSource,
} from "@/lib/reports/report";

/** A run outside any claim by default. */
export const run = (text: string, overrides: Partial<ReportRun> = {}): ReportRun => ({
  text,
  claims: [],
  starts: [],
  ends: [],
  ...overrides,
});

export const paragraph = (text: string): ReportBlock => ({ type: "paragraph", runs: [run(text)] });

/** A claim rated false, with no more than it must have. */
export const reportClaim = (overrides: Partial<ReportClaim> = {}): ReportClaim => ({
  number: 1,
  position: 1,
  id: "claim-1",
  quote: "Taxes",
  start: 0,
  end: 5,
  prefix: "",
  suffix: " rose.",
  lane: 0,
  statement: "Taxes rose.",
  claimant: null,
  carriedBy: null,
  claimedOn: null,
  kind: "event",
  tags: [],
  ratingKey: "false",
  rationale: [paragraph("They fell.")],
  rationaleText: "They fell.",
  verdictBy: "Ada",
  verdictAt: "2026-01-02T08:00:00.000Z",
  approvedBy: [],
  firstPublishedAt: "2026-01-03T04:05:06.000Z",
  evidence: [],
  ...overrides,
});

/** A person by name, as a claim names them. */
export const reportClaimant = (name: string, overrides: Partial<ReportClaimant> = {}): ReportClaimant => ({
  id: `claimant-${name}`,
  kind: "person",
  name,
  role: null,
  sameAs: [],
  ...overrides,
});

/** Evidence from the first source, with no more than it must have. */
export const reportEvidence = (overrides: Partial<ReportEvidence> = {}): ReportEvidence => ({
  id: "evidence-1",
  source: 1,
  stance: "supports",
  excerpt: null,
  note: null,
  accessedOn: null,
  archiveUrl: null,
  ...overrides,
});

/** A web page with no more than it must have. */
export const reportSource = (overrides: Partial<ReportSource> = {}): ReportSource => ({
  number: 1,
  id: null,
  title: "Budget",
  publisher: null,
  publishedOn: null,
  url: null,
  kind: "web_page",
  primary: false,
  confidential: false,
  archiveUrl: null,
  keptAt: null,
  authors: [],
  gone: false,
  ...overrides,
});

/** A changed verdict of the first claim. */
export const reportCorrection = (overrides: Partial<ReportCorrection> = {}): ReportCorrection => ({
  claim: 1,
  kind: "correction",
  field: "verdict",
  from: "True",
  to: "False",
  note: "Counted again.",
  madeAt: "2026-05-17T10:00:00Z",
  ...overrides,
});

/** A report on the text "Taxes rose." with no claims by default. */
export function smallReport({
  article,
  ...overrides
}: Partial<Omit<Report, "article">> & { article?: Partial<Report["article"]> } = {}): Report {
  return {
    schemaVersion: 2,
    publication: {
      id: "publication-1",
      number: 2,
      publishedAt: "2026-01-03T04:05:06.000Z",
      publishedBy: "Bea",
      firstPublishedAt: "2026-01-03T04:05:06.000Z",
    },
    article: {
      slug: "taxes",
      title: "Taxes",
      byline: null,
      publisher: null,
      publishedOn: null,
      sourceUrl: null,
      language: "en",
      direction: "ltr",
      versionNumber: 3,
      textHash: "0",
      blocks: [paragraph("Taxes rose.")],
      ...article,
    },
    organisation: null,
    finding: null,
    scale: { name: defaultScale.name, ratings: defaultScale.ratings },
    summary: { total: 0, counts: [] },
    claims: [],
    sources: [],
    method: { key: "two-editors" },
    signers: [],
    corrections: [],
    ...overrides,
  };
}
