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

/** A document that was consulted; reusable across claims. */
export interface Source {
  id: string;
  url: string | null;
  title: string;
  publisher: string | null;
  /** ISO 8601 day, month or year, as exact as it is known: "2024-05". */
  publishedOn: string | null;
  kind: SourceKind;
  primary: boolean;
  /** Described, not named, in anything public. */
  confidential: boolean;
}
