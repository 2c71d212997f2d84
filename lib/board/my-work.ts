import type { ClaimState } from "@/lib/claims/claim";
import type { Flag } from "@/lib/watching/flag";
import { words } from "@/lib/words/words";
import type { BoardArticle } from "./board-article";

const t = words("board");

/** A task on a person's “My work” page. */
export interface WorkItem {
  /** The page to do it on. */
  href: string;
  title: string;
  articleTitle: string;
  /** ISO 8601 instant. */
  since: string;
  /** Its state, or who asked for what. */
  words: string;
  /** A comment on it. */
  note: string | null;
}

export interface WorkList {
  items: WorkItem[];
  total: number;
}

/** Everything that needs one person's attention. */
export interface MyWork {
  /** Open articles that they lead, earliest due time first. */
  led: { items: BoardArticle[]; total: number };
  assigned: WorkList;
  /** Claims that they can approve, vote on or resolve. */
  toReview: WorkList;
  /** Their claims that a reviewer returned. */
  returned: WorkList;
  mentions: WorkList;
  /** What they should look at again. */
  flagged: { items: Flag[]; total: number };
}

/** What a claim's state means to the person it is assigned to. */
export const assignedWords: Partial<Record<ClaimState, string>> = {
  draft: t("work.toCheck"),
  in_review: t("work.inReview"),
  disputed: t("work.disputed"),
};
