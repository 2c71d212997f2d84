/** Whether readers see an article. An unpublished one was public before, and was withdrawn with a public reason. */
export type ArticleStatus = "draft" | "published" | "unpublished";

/** Labels of the statuses, for the desk. */
export const articleStatusLabels: Record<ArticleStatus, string> = {
  draft: "Draft",
  published: "Published",
  unpublished: "Unpublished",
};
