import type { ReadQuote } from "./read-claim";

/** What begins the initials of comments that our own Word files have; the number of the claim follows: "†7". */
export const OWN_COMMENT_SIGN = "†";

/** A comment of a Word file. */
export interface WordComment {
  /** Index in the file, from 0. */
  row: number;
  /** Row of the comment that it answers; null for others. */
  parent: number | null;
  author: string;
  /** ISO 8601 instant, as Word wrote it; null if the file doesn't say. */
  at: string | null;
  text: string;
  /** The number of the claim, if the file was exported by the desk and this is the desk's own comment. */
  ownClaim: number | null;
  /** Its passage before the changes of the file, then with them; empty if it has none. */
  quotes: ReadQuote[];
}
