export const SOURCE_KINDS = [
  "web_page",
  "article",
  "report",
  "dataset",
  "law",
  "transcript",
  "interview",
  "social_post",
  "media",
  "other",
] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

export const STANCES = ["supports", "refutes", "context"] as const;
/** How a source bears on a claim. */
export type Stance = (typeof STANCES)[number];

export const LINK_STATES = ["unchecked", "answers", "gone", "unreachable"] as const;
/** Whether a source still answers at its address. */
export type LinkState = (typeof LINK_STATES)[number];

/** A document that was consulted; reusable across claims. */
export interface Source {
  id: string;
  url: string | null;
  /** Digital object identifier in small letters: "10.1000/182". */
  doi: string | null;
  title: string;
  /** Names of people ("Family, Given") or bodies. */
  authors: string[];
  publisher: string | null;
  /** ISO 8601 day, month or year, as exact as it is known: "2024-05". */
  publishedOn: string | null;
  /** BCP 47. */
  language: string | null;
  kind: SourceKind;
  primary: boolean;
  /** Described, not named, in anything public. */
  confidential: boolean;
  /** What readers are told of a confidential source, in words that name nobody; null: that it is confidential. */
  publicDescription: string | null;
  /** A copy that somebody else keeps: Memento, Wayback Machine, Perma. */
  archiveUrl: string | null;
  /** When this desk kept a copy of it last, an ISO 8601 instant. */
  keptAt: string | null;
  linkState: LinkState;
}
