/** Whether readers see an article. An unpublished one was public before, and was withdrawn with a public reason. */
export type ArticleStatus = "draft" | "published" | "unpublished";
