import type { ClaimedBy } from "@/lib/claimants/claimant";
import type { ClaimKind } from "@/lib/claims/claim";
import type { Organisation } from "@/lib/organisation";
import type { Rating } from "@/lib/ratings/rating";
import type { SourceKind, Stance } from "@/lib/sources/source";

/**
 * The model that reader pages and every export render, so that renderers never read the database. It holds what the newsroom wrote, and
 * keys for everything else: their words come from `lib/words` in the language of the output. Publications store it as JSON forever: after a
 * change that code must know of, raise `schemaVersion` and let `upgradeReport` bring earlier ones to the current form.
 */
export interface Report {
  schemaVersion: 2;
  /** Set on the report of a draft, which is never stored and never public; `publication` then has when it was made. */
  status?: "draft";
  /** Of a draft: what is not ready in it. */
  unfinished?: ReportUnfinished;
  /** Set on a report of some claims of its article. Never stored. */
  selection?: {
    /** How many claims the complete report has. */
    of: number;
  };
  publication: {
    id: string;
    /** 1 for the first publication of the article. */
    number: number;
    /** ISO 8601 instant. */
    publishedAt: string;
    publishedBy: string;
    /** ISO 8601 instant of the first publication of the article. */
    firstPublishedAt: string;
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
  /** Who publishes it; null while no name is set. */
  organisation: Organisation | null;
  /** The answer in one paragraph, as an editor wrote it; null if it is made from the counts (`findingOf`). */
  finding: string | null;
  scale: { name: string; ratings: Rating[] };
  /** One row per rating of the scale, in its order, including ratings with a count of 0. */
  summary: { total: number; counts: { ratingKey: string; count: number }[] };
  /** In text order: by start, then longest first. */
  claims: ReportClaim[];
  /** Numbered by first use. Confidential ones are described, not named. */
  sources: ReportSource[];
  method: ReportMethod;
  /** Who checked, approved and published; each person once per role. */
  signers: {
    /** 1, 2, 3 …: the person in this report, the same in all roles. Two people can share a name. */
    person: number;
    name: string;
    role: "checked" | "approved" | "published";
    /** Numbers of claims, ascending. */
    claims: number[];
    /** ISO 8601 instant of the last. */
    at: string;
  }[];
  corrections: ReportCorrection[];
  /** What was taken out of this publication later, oldest first. Never stored: `applyRedactions` adds it. */
  redactions?: ReportRedaction[];
}

/** Numbers of claims of a draft, ascending. */
export interface ReportUnfinished {
  /** In the report, but not approved. */
  unapproved: number[];
  /** Not in the report: they have no verdict, or can't be located in the text. */
  missing: number[];
}

export interface ReportRedaction {
  /** Within the article, in the order they were made. */
  number: number;
  reason: string;
  /** ISO 8601 instant. */
  at: string;
}

/**
 * Descriptions of how claims are chosen, rated and signed off, in `lib/words/en/report.json`. Publications name the one of their time, so a
 * description is never reworded: a new one gets a new key.
 */
export const METHOD_KEYS = ["two-editors"] as const;
export type MethodKey = (typeof METHOD_KEYS)[number];

/** How the newsroom worked: one of the known descriptions, or the text that was published. */
export type ReportMethod = { key: MethodKey } | { paragraphs: string[] };

export type ReportBlock =
  | ({ type: "heading"; level: 1 | 2 | 3 | 4 | 5 | 6; runs: ReportRun[] } & OwnLanguage)
  | ({ type: "paragraph"; runs: ReportRun[] } & OwnLanguage)
  | ({ type: "code"; runs: ReportRun[] } & OwnLanguage)
  | { type: "quote"; blocks: ReportBlock[] }
  | { type: "list"; ordered: boolean; start: number; items: ReportBlock[][] }
  | { type: "table"; rows: ReportCell[][] }
  | ({ type: "figure"; pictures: ReportPicture[]; caption: ReportRun[] } & OwnLanguage)
  | { type: "rule" };

/** Set on blocks that differ from the text around them. */
interface OwnLanguage {
  dir?: ReportDirection;
  /** BCP 47, as far as the letters tell. Never stored: lib/reports/languages/directed-blocks.ts adds it. */
  lang?: string;
}

export type ReportDirection = "ltr" | "rtl";

export interface ReportCell {
  header: boolean;
  /** How many columns and rows it spans. */
  columns: number;
  rows: number;
  blocks: ReportBlock[];
}

/** An image by reference; publications store no copy of it. */
export interface ReportPicture {
  /** http or https. */
  src: string;
  alt: string;
}

/** A run of text with one format and one set of claims. A line break inside a block is a run with the text "\n". */
export interface ReportRun {
  text: string;
  strong?: true;
  emphasis?: true;
  underline?: true;
  strike?: true;
  /** Raised letters; digits are superscript characters in the text itself. */
  superscript?: true;
  /** Lowered letters. */
  subscript?: true;
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
  /**
   * Names it in addresses: `#claim-<n>` of the article page. It is the number that the desk gave it, for ever. Publications of
   * version 1 numbered their claims by position.
   */
  number: number;
  /** 1, 2, 3 … in reading order. */
  position: number;
  id: string;
  /** The text of the article, paragraphs separated by "\n". */
  quote: string;
  /** UTF-16 offsets into the text of the version. */
  start: number;
  end: number;
  prefix: string;
  suffix: string;
  /** Lane of its underline: 0 is nearest to the text; overlapping marks never share one. */
  lane: number;
  statement: string;
  claimant: ReportClaimant | null;
  /** Who carried the claim, if not the claimant: "Associated Press". */
  carriedBy: string | null;
  /** ISO 8601 day. */
  claimedOn: string | null;
  kind: ClaimKind;
  tags: string[];
  ratingKey: string;
  rationale: ReportBlock[];
  rationaleText: string;
  verdictBy: string;
  /** ISO 8601 instant. */
  verdictAt: string;
  approvedBy: string[];
  /** ISO 8601 instant of the first publication of the article that had it, as far as known. */
  firstPublishedAt: string;
  evidence: ReportEvidence[];
}

/** Who made a claim, as they were named when it was published. */
export interface ReportClaimant extends Omit<ClaimedBy, "id"> {
  /** Of the claimant in the desk; null in publications from before claimants had ids, and where the name was redacted. */
  id: string | null;
  /**
   * The one text of such a publication: "Vladimir Putin, as reported by the Associated Press". Redactions can name a passage across its
   * parts.
   */
  asWritten?: string;
}

export interface ReportEvidence {
  /**
   * Of the use of a source for this claim, by which a redaction can name it. Null in publications of version 1, and for confidential
   * sources: an id tells when it was created.
   */
  id: string | null;
  /** Number in `Report.sources`. */
  source: number;
  stance: Stance;
  excerpt: string | null;
  note: string | null;
  /** ISO 8601 day. */
  accessedOn: string | null;
  archiveUrl: string | null;
}

export interface ReportSource {
  number: number;
  /** Of the source in the library, by which redactions find it. Null for confidential sources, and in some publications of version 1. */
  id: string | null;
  /** Of a confidential source, its public description; null if it has none. */
  title: string | null;
  publisher: string | null;
  /** ISO 8601 day, month or year. */
  publishedOn: string | null;
  /** http or https; null for confidential sources and those without an address. */
  url: string | null;
  kind: SourceKind;
  primary: boolean;
  confidential: boolean;
  /** Set if it was named once, and was redacted. */
  redacted?: true;
  /** URL of a copy in a public archive, http or https. */
  archiveUrl: string | null;
  /** When the newsroom last saved a copy, an ISO 8601 instant. */
  keptAt: string | null;
  authors: string[];
  /** What a full citation needs beside the other fields. Missing where there is nothing of it. */
  citation?: ReportCitation;
  /** Whether its page was gone at the time of publication. */
  gone: boolean;
}

/** Volume, pages and the like of a source, as cited. `publisher` in the source is the journal or book, if there is one. */
export interface ReportCitation {
  /** Digital object identifier: "10.1000/182"; null if it was redacted. */
  doi?: string | null;
  volume?: string;
  issue?: string;
  pages?: string;
  editors?: string[];
  translators?: string[];
  edition?: string;
  number?: string;
  /** The publishing house of a journal or book. */
  publishingHouse?: string;
  publisherPlace?: string;
  eventTitle?: string;
  isbn?: string;
  issn?: string;
}

export const CORRECTION_KINDS = ["correction", "clarification", "update"] as const;
/** It was wrong, could be misunderstood, or there is new information. */
export type CorrectionKind = (typeof CORRECTION_KINDS)[number];

/** What a correction can change of a claim; "removed" means the claim itself. */
export const CORRECTION_FIELDS = [
  "statement",
  "claimant",
  "carriedBy",
  "claimedOn",
  "verdict",
  "rationale",
  "quote",
  "sources",
  "removed",
] as const;
export type CorrectionField = (typeof CORRECTION_FIELDS)[number];

/** A source of a claim, as a correction repeats it. */
export interface CorrectedSource {
  stance: Stance;
  /** Whether it is a confidential source without a description, or one whose name can't be repeated. */
  unnamed: boolean;
  /** Title, publisher, address, excerpt and note, as far as known. */
  text: string;
}

/**
 * What was changed, before or after: text, an ISO 8601 day (`claimedOn`), or sources. Null where there was nothing: nobody named, no date,
 * no claim any more. Sources of earlier corrections are one text.
 */
export type CorrectionValue = string | null | readonly CorrectedSource[];

export interface ReportCorrection {
  claim: number | null;
  kind: CorrectionKind;
  field: CorrectionField;
  from: CorrectionValue;
  to: CorrectionValue;
  note: string;
  /** ISO 8601 instant. */
  madeAt: string;
}
