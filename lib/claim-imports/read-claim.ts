import type { ClaimKind } from "@/lib/claims/claim";
import type { EvidenceInput } from "@/lib/claims/claim-input";
import type { DocumentNode } from "@/lib/document/document";

/** The files that claims can be read from. */
export const CLAIM_FILE_FORMATS = ["report", "web-annotations", "hypothesis", "csv", "claim-review"] as const;
export type ClaimFileFormat = (typeof CLAIM_FILE_FORMATS)[number];

/** Limits of one file: `text` in UTF-16 units, `values` as `MAX_VALUES` counts them, `claims` in rows, `chosen` in rows of one import. */
export const CLAIM_FILE_LIMITS = { text: 4_000_000, values: 500_000, claims: 1_000, chosen: 500 } as const;

/** A quotation with the text around it (W3C TextQuoteSelector). */
export interface ReadQuote {
  exact: string;
  prefix: string;
  suffix: string;
}

/** A position in the text that the file was made from, as far as the file states it. */
export interface ReadPosition {
  start: number;
  end: number;
  unit: "utf-16" | "code-point";
}

/** One passage as a file describes it; both null if it doesn't. */
export interface ReadPassage {
  quote: ReadQuote | null;
  position: ReadPosition | null;
}

/** A passage, or everything between the starts of two (W3C RangeSelector: the second is not a part of it). */
export type ReadPlace = ReadPassage | { from: ReadPassage; to: ReadPassage };

/** The file says nothing of a passage. */
export const NO_PLACE: ReadPassage = { quote: null, position: null };

/** A claim as a file describes it, before it is compared with an article. */
export interface ReadClaim {
  /** Its id in the file. Of our own reports it is the id of the claim. */
  id: string | null;
  place: ReadPlace;
  /** Empty if the file has none: then it is made from the passage. */
  statement: string;
  claimant: {
    name: string;
    kind: "person" | "organisation" | "group" | null;
    role: string | null;
    sameAs: string[];
  } | null;
  carriedBy: string | null;
  /** ISO 8601 day. */
  claimedOn: string | null;
  kind: ClaimKind;
  tags: string[];
  /** As the file names it; `key` only if it states one. */
  rating: { key: string | null; label: string } | null;
  /** Null if there is none. */
  rationale: DocumentNode | null;
  evidence: EvidenceInput[];
  /** Text that belongs to no field: it becomes a comment on the claim. */
  note: string | null;
}

/** A claim of which nothing is known yet. */
export const BLANK_CLAIM: ReadClaim = {
  id: null,
  place: NO_PLACE,
  statement: "",
  claimant: null,
  carriedBy: null,
  claimedOn: null,
  kind: "other",
  tags: [],
  rating: null,
  rationale: null,
  evidence: [],
  note: null,
};
