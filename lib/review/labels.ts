import type { ArticleStage } from "./article-transition";

/** Labels of the stages, for the desk. */
export const articleStageLabels: Record<ArticleStage, string> = {
  draft: "Draft",
  in_progress: "In progress",
  in_review: "In review",
  ready: "Ready",
  scheduled: "Scheduled",
  published: "Published",
  unpublished: "Unpublished",
};
