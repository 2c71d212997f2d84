/** The formats of a text that an article can be made from. */
export const ARTICLE_FORMATS = ["text", "html", "markdown"] as const;
export type ArticleFormat = (typeof ARTICLE_FORMATS)[number];
