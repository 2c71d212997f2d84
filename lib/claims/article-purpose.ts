/**
 * What the check of an article is for: a text that others can read already, whose claims get ratings; or a manuscript, the newsroom's own
 * text before it is published, whose claims get outcomes.
 */
export const ARTICLE_PURPOSES = ["published_text", "manuscript"] as const;
export type ArticlePurpose = (typeof ARTICLE_PURPOSES)[number];

/** How many people have to sign a claim off. Ratings are voted on; a manuscript has none, so one approval is enough. */
export function neededApprovals(article: { purpose: ArticlePurpose; requiredApprovals: number }): number {
  return article.purpose === "manuscript" ? 1 : article.requiredApprovals;
}
