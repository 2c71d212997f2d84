/** Whether readers see an article. What is unpublished they saw once: it was taken back, with a public reason. */
export type ArticleStatus = "draft" | "published" | "unpublished";

/** What people see for each status. */
export const articleStatusLabels: Record<ArticleStatus, string> = {
  draft: "Draft",
  published: "Published",
  unpublished: "Taken back",
};
