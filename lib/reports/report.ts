import type { ClaimKind } from "@/lib/claims/claim";
import type { Rating } from "@/lib/ratings/rating";
import type { SourceKind, Stance } from "@/lib/sources/source";

/**
 * The one model that the reader pages and every export render. It holds all words that are shown, so that no renderer reads
 * the database or words a label by itself. A publication keeps it as JSON, for ever: change it only by adding, and raise
 * `schemaVersion` when a reader of old ones must know.
 */
export interface Report {
  schemaVersion: 1;
  publication: {
    id: string;
    /** 1 for the first publication of the article. */
    number: number;
    /** ISO 8601 instant. */
    publishedAt: string;
    publishedBy: string;
  };
  article: {
    slug: string;
    title: string;
    byline: string | null;
    publisher: string | null;
    /** ISO 8601 day. */
    publishedOn: string | null;
    sourceUrl: string | null;
    /** BCP 47. */
    language: string;
    direction: "ltr" | "rtl";
    versionNumber: number;
    textHash: string;
    blocks: ReportBlock[];
  };
  scale: { name: string; ratings: Rating[] };
  /** One row a rating of the scale, in its order, with the ratings that no claim has as 0. */
  summary: { total: number; counts: { ratingKey: string; count: number }[] };
  /** In the order of the text: by start, then longer first. */
  claims: ReportClaim[];
  /** Numbered by first use. Confidential ones are described, not named. */
  sources: ReportSource[];
  method: ReportMethod;
  /** Who checked and who signed off, each name once. */
  signers: {
    name: string;
    role: "checked" | "approved" | "published";
    claims: number[] /** ISO 8601 instant of the last. */;
    at: string;
  }[];
  corrections: ReportCorrection[];
}

export interface ReportMethod {
  /** Paragraphs that say how claims are chosen, weighed and signed off. */
  paragraphs: string[];
}

export type ReportBlock =
  | { type: "heading"; level: 1 | 2 | 3 | 4 | 5 | 6; runs: ReportRun[]; dir?: ReportDirection }
  | { type: "paragraph"; runs: ReportRun[]; dir?: ReportDirection }
  | { type: "code"; runs: ReportRun[] }
  | { type: "quote"; blocks: ReportBlock[] }
  | { type: "list"; ordered: boolean; start: number; items: ReportBlock[][] }
  | { type: "table"; rows: ReportCell[][] }
  | { type: "figure"; pictures: ReportPicture[]; caption: ReportRun[]; dir?: ReportDirection }
  | { type: "rule" };

/** Given where a block runs another way than the article. */
export type ReportDirection = "ltr" | "rtl";

export interface ReportCell {
  header: boolean;
  /** How many columns and rows it takes. */
  columns: number;
  rows: number;
  blocks: ReportBlock[];
}

/** A picture is referred to; a publication holds no copy of it. */
export interface ReportPicture {
  /** http or https. */
  src: string;
  alt: string;
}

/** A stretch of text with one look and one set of claims. A line break inside a block is a run whose text is "\n". */
export interface ReportRun {
  text: string;
  strong?: true;
  emphasis?: true;
  underline?: true;
  strike?: true;
  code?: true;
  /** http, https or mailto. */
  href?: string;
  /** Numbers of the claims that cover it, innermost (shortest) first; empty in rationales. */
  claims: number[];
  /** Numbers of the claims whose first run this is. */
  starts: number[];
  /** Numbers of the claims whose last run this is, in the order of their marks. */
  ends: number[];
}

export interface ReportClaim {
  /** 1, 2, 3 … in the order of the text; the fragment `#claim-<n>` of the article page. */
  number: number;
  id: string;
  /** The words of the article, paragraphs parted by "\n". */
  quote: string;
  /** UTF-16 offsets into the text of the version. */
  start: number;
  end: number;
  prefix: string;
  suffix: string;
  /** Nesting lane of its mark: 0 is nearest to the text; marks that overlap never share one. */
  lane: number;
  statement: string;
  claimant: string | null;
  /** ISO 8601 day. */
  claimedOn: string | null;
  kind: ClaimKind;
  kindLabel: string;
  tags: string[];
  ratingKey: string;
  rationale: ReportBlock[];
  rationaleText: string;
  verdictBy: string;
  /** ISO 8601 instant. */
  verdictAt: string;
  approvedBy: string[];
  evidence: ReportEvidence[];
}

export interface ReportEvidence {
  /** Number in `Report.sources`. */
  source: number;
  stance: Stance;
  /** "Supports", "Refutes", "Context". */
  stanceLabel: string;
  excerpt: string | null;
  note: string | null;
  /** ISO 8601 day. */
  accessedOn: string | null;
  archiveUrl: string | null;
}

export interface ReportSource {
  number: number;
  title: string;
  publisher: string | null;
  /** ISO 8601 day, month or year. */
  publishedOn: string | null;
  /** http or https; null for confidential sources and those without an address. */
  url: string | null;
  kind: SourceKind;
  kindLabel: string;
  primary: boolean;
  confidential: boolean;
  /** A copy that somebody else keeps, http or https. Reports of before there were copies have none of the following. */
  archiveUrl?: string | null;
  /** When the desk kept a copy of it last, an ISO 8601 instant. */
  keptAt?: string | null;
  authors?: string[];
  /** Its page was gone from its address when this was published. */
  gone?: boolean;
}

export const CORRECTION_KINDS = ["correction", "clarification", "update"] as const;
/** It was wrong, it could be misread, or something new is known. */
export type CorrectionKind = (typeof CORRECTION_KINDS)[number];

export interface ReportCorrection {
  claim: number | null;
  /** Reports of before there were kinds have none. */
  kind?: CorrectionKind;
  field: string;
  from: string;
  to: string;
  note: string;
  /** ISO 8601 instant. */
  madeAt: string;
}
