import type { Spot } from "./eraser";

/** Which state of an article a preview was made from: number of its newest publication, count of its redactions. */
export interface SeenState {
  publication: number;
  redactions: number;
}

/** What a redaction would change. */
export interface RedactionPreview {
  publications: {
    number: number;
    /** ISO 8601 instant. */
    publishedAt: string;
    spots: Spot[];
    /** Also those that are not listed. */
    spotCount: number;
    /** Claims that lose a part of their quote: an editor has to check what their statements still say. */
    claims: { number: number; statement: string }[];
  }[];
  /** How many things it would take out, in all publications. */
  total: number;
  /** Whether the article's public address spells it. Addresses stay. */
  isInAddress: boolean;
  /** Sent with the redaction, which is refused if this has changed. */
  seen: SeenState;
}
