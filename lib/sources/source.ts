import type { SourceDetails } from "./source-details";

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
/** How a source relates to a claim. */
export type Stance = (typeof STANCES)[number];

export const LINK_STATES = ["unchecked", "answers", "gone", "unreachable"] as const;
/** Whether a source still answers at its address. */
export type LinkState = (typeof LINK_STATES)[number];

/** A document that was consulted; reusable across claims. */
export interface Source {
  id: string;
  url: string | null;
  /** Digital object identifier in lower case: "10.1000/182". */
  doi: string | null;
  title: string;
  /** Names of people ("Family, Given") or organisations. */
  authors: string[];
  publisher: string | null;
  details: SourceDetails;
  /** ISO 8601 day, month or year, as exact as known: "2024-05". */
  publishedOn: string | null;
  /** A BCP 47 tag. */
  language: string | null;
  kind: SourceKind;
  primary: boolean;
  /** Described, not named, in anything public. */
  confidential: boolean;
  /** How a confidential source is described to readers, without identifying anyone; null for just "Confidential source". */
  publicDescription: string | null;
  /** URL of a copy in a public archive such as the Wayback Machine or Perma. */
  archiveUrl: string | null;
  /** When a copy was last saved here, an ISO 8601 instant. */
  keptAt: string | null;
  linkState: LinkState;
}

/** What describes a source, without what the desk knows about it. */
export type SourceDescription = Pick<
  Source,
  | "url"
  | "doi"
  | "title"
  | "authors"
  | "publisher"
  | "publishedOn"
  | "language"
  | "kind"
  | "archiveUrl"
  | "details"
>;
