/** What a text may be in that an article is made from. */
export const ARTICLE_FORMATS = ["text", "html", "markdown"] as const;
export type ArticleFormat = (typeof ARTICLE_FORMATS)[number];
