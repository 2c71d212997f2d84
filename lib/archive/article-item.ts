import type { Rating } from "../ratings/rating";

/** What lists show of a published article. */
export interface ArticleItem {
  slug: string;
  title: string;
  publisher: string | null;
  /** ISO 8601 day of the article itself. */
  articlePublishedOn: string | null;
  /** ISO 8601 instant. */
  publishedAt: string;
  claimCount: number;
  counts: { ratingKey: string; count: number }[];
  ratings: Rating[];
}
