import type { AnchorOutcome, PersonName } from "@/lib/claims/claim";

/** What somebody on the desk wrote in a thread. Nothing of it is ever public. */
export interface Comment {
  id: string;
  author: PersonName;
  /** Plain text with mentions, see mentions.ts. Empty once it is deleted. */
  body: string;
  /** ISO 8601 instants. */
  at: string;
  editedAt: string | null;
  deletedAt: string | null;
  /** Raised by every change; an edit made on an older one is a conflict. */
  revision: number;
}

/** Where the passage of a thread stands in the article's current version; with the outcome `orphaned`, where it stood last. */
export interface Passage {
  /** UTF-16 offsets into ArticleVersion.text. */
  start: number;
  end: number;
  exact: string;
  outcome: AnchorOutcome;
  /** The words that the thread was begun on, where they are others now or gone; null otherwise. */
  before: string | null;
}

/** Comments on one thing: a claim, a passage, or the article as a whole where both are null. */
export interface Thread {
  id: string;
  articleId: string;
  claimId: string | null;
  passage: Passage | null;
  resolved: { by: PersonName /** ISO 8601 instant. */; at: string } | null;
  /** In the order in which they were written. */
  comments: Comment[];
  /** Names of everybody who is mentioned in them. */
  mentioned: PersonName[];
}

/** How many comments there are to read. */
export function countComments(threads: readonly Thread[]): number {
  return threads.reduce(
    (sum, { comments }) => sum + comments.filter(({ deletedAt }) => deletedAt === null).length,
    0,
  );
}
