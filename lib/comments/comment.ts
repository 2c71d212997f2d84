import type { AnchorOutcome, PersonName } from "@/lib/claims/claim";

/** A comment in a thread. Never public. */
export interface Comment {
  id: string;
  author: PersonName;
  /** Plain text with mentions, see mentions.ts. Empty if deleted. */
  body: string;
  /** ISO 8601 instants. */
  at: string;
  editedAt: string | null;
  deletedAt: string | null;
  /** Raised by every change; an edit based on an older one is a conflict. */
  revision: number;
}

/** The passage of a thread in the article's current version; if `orphaned`, its last known position. */
export interface CommentedPassage {
  /** UTF-16 offsets into ArticleVersion.text. */
  start: number;
  end: number;
  exact: string;
  outcome: AnchorOutcome;
  /** The original text of the passage if it changed or is gone; otherwise null. */
  before: string | null;
}

/** Comments on a claim, a passage, or (if both are null) the article. */
export interface Thread {
  id: string;
  articleId: string;
  claimId: string | null;
  passage: CommentedPassage | null;
  resolved: { by: PersonName /** ISO 8601 instant. */; at: string } | null;
  /** Oldest first. */
  comments: Comment[];
  /** The people mentioned in them. */
  mentioned: PersonName[];
}

/** The number of comments that are not deleted. */
export function countComments(threads: readonly Thread[]): number {
  return threads.reduce(
    (sum, { comments }) => sum + comments.filter(({ deletedAt }) => deletedAt === null).length,
    0,
  );
}
