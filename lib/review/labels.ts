import type { ArticleStage } from "./article-transition";

/** What people at the desk see for where an article stands. */
export const articleStageLabels: Record<ArticleStage, string> = {
  draft: "Draft",
  in_progress: "In progress",
  in_review: "In review",
  ready: "Ready",
  scheduled: "Scheduled",
  published: "Published",
  unpublished: "Taken back",
};
