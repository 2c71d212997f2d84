import type { ClaimState } from "@/lib/claims/claim";
import type { BoardArticle } from "./board-article";

/** Something that waits for somebody, as their page shows it. */
export interface WorkItem {
  /** Where it is done. */
  href: string;
  title: string;
  /** What it belongs to. */
  articleTitle: string;
  /** ISO 8601 instant. */
  since: string;
  /** How it stands, or who wants what, in a few words. */
  words: string;
  /** What was said about it. */
  note: string | null;
}

export interface WorkList {
  items: WorkItem[];
  total: number;
}

/** What waits for one person. */
export interface MyWork {
  /** Open articles that they lead, the first that is due first. */
  led: { items: BoardArticle[]; total: number };
  assigned: WorkList;
  /** Claims that they may sign off, vote on or settle. */
  toReview: WorkList;
  /** Claims of theirs that others sent back. */
  returned: WorkList;
  mentions: WorkList;
}

/** What is to be done with a claim that was given to somebody, by its state. */
export const assignedWords: Partial<Record<ClaimState, string>> = {
  draft: "to be checked",
  in_review: "in review",
  disputed: "the votes differ",
};
