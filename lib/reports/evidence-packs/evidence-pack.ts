import type { ClaimantKind } from "@/lib/claimants/claimant";
import type { Organisation } from "@/lib/organisation";
import type { Rating } from "@/lib/ratings/rating";
import type { CorrectionField, CorrectionKind, CorrectionValue, ReportMethod } from "../report";

/** The formats of an evidence pack. */
export const PACK_FORMATS = ["pdf", "csv", "json"] as const;
export type PackFormat = (typeof PACK_FORMATS)[number];

/**
 * What a newsroom shows the IFCN or EFCSN about a period: what it checked and with what evidence, whose claims it chose, what it corrected, and by which
 * policies it works. Only what readers can see.
 * Source: IFCN Code of Principles, https://ifcncodeofprinciples.poynter.org; EFCSN Code of Standards, https://efcsn.com/code-of-standards
 */
export interface EvidencePack {
  schemaVersion: 1;
  /** ISO 8601 days (UTC), both included. */
  from: string;
  to: string;
  /** ISO 8601 instant. */
  madeAt: string;
  organisation: Organisation | null;
  /** Articles that were first published in the period and are public now, the oldest first. */
  checks: PackCheck[];
  /** Ratings with at least one claim, in the order of their scales. Ratings with the same key and label are counted together. */
  ratings: PackShare[];
  /** The most frequent first, then by name. Claims without a claimant are not in it. */
  claimants: PackClaimant[];
  /** Made in the period, also to earlier checks, the oldest first. */
  corrections: PackCorrection[];
  /** Checks that were unpublished in the period and are not public now, with the public reason. */
  unpublished: { title: string; reason: string; at: string }[];
  policies: PackPolicies;
  /** Complaints of the period; null where the desk does not record them. */
  complaints: { received: number; answered: number; ledToCorrection: number } | null;
}

export interface PackCheck {
  title: string;
  /** Public URL. */
  address: string;
  /** Who published the text that was checked. */
  publisher: string | null;
  /** ISO 8601 instants. */
  firstPublishedAt: string;
  publishedAt: string;
  claims: PackClaim[];
  sources: PackSources;
}

export interface PackClaim {
  number: number;
  /** Public URL. */
  address: string;
  statement: string;
  claimant: string | null;
  ratingKey: string;
  /** Label of its rating. */
  rating: string;
  sources: PackSources;
}

/** How many sources there are, each counted once, and how many of them fit. */
export interface PackSources {
  total: number;
  primary: number;
  /** With a link to a public archive, or a copy that the newsroom saved. */
  archived: number;
  /** Described, not named. */
  confidential: number;
}

/** How many claims have a rating. */
export interface PackShare {
  ratingKey: string;
  label: string;
  /** CSS colour, "#rrggbb". */
  hue: string;
  count: number;
}

export interface PackClaimant {
  name: string;
  kind: ClaimantKind;
  /** Their claims in the pack. */
  count: number;
  /** In the order of `EvidencePack.ratings`. */
  ratings: { label: string; count: number }[];
}

export interface PackCorrection {
  /** Title of the article. */
  title: string;
  /** Public URL of the article. */
  address: string;
  /** Null if it is not about one claim, or the claim is not public any more. */
  claim: number | null;
  kind: CorrectionKind;
  note: string;
  /** ISO 8601 instant. */
  madeAt: string;
  changes: { field: CorrectionField; from: CorrectionValue; to: CorrectionValue }[];
}

export interface PackPolicies {
  /** How claims are selected, rated and signed off, as the checks of the period say; each once. */
  methods: ReportMethod[];
  /** The scales of these checks, each once. */
  scales: { name: string; ratings: Pick<Rating, "key" | "label" | "definition">[] }[];
  /** Public URL of the page with all corrections. */
  correctionsPage: string;
}
