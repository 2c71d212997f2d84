import type { ArchiveContent } from "@/lib/archive/archive-content";
import type { ArticleItem } from "@/lib/archive/article-item";
import type { ArchiveEntry } from "@/lib/archive/public-claim";
import type { Rating } from "@/lib/ratings/rating";
import { translateLabel, translateRating } from "@/lib/reports/languages/translate-ratings";

/** A page of the archive or of the search with its ratings in another language, where these are the product's own. @param language BCP 47 */
export function translateArchive(content: ArchiveContent, language: string): ArchiveContent {
  const rated = <Rated extends { rating: Rating }>(each: Rated): Rated => ({
    ...each,
    rating: translateRating(each.rating, language),
  });
  const entry = (each: ArchiveEntry): ArchiveEntry =>
    each.rating === null
      ? each
      : { ...rated({ ...each, rating: each.rating }), label: translateLabel(each.label, language) };
  const item = (each: ArticleItem): ArticleItem => ({
    ...each,
    ratings: each.ratings.map((rating) => translateRating(rating, language)),
  });
  switch (content.kind) {
    case "archive":
      return {
        ...content,
        groups: content.groups.map((group) => ({ ...group, entries: group.entries.map(entry) })),
      };
    case "archive-month":
      return { ...content, items: content.items.map(item) };
    case "archive-group":
      return { ...content, entries: content.entries.map(entry) };
    case "archive-publisher":
      return { ...content, entry: entry(content.entry), items: content.items.map(item) };
    case "archive-claims":
      return { ...content, entry: entry(content.entry), claims: content.claims.map(rated) };
    case "claimant":
      return { ...content, claims: content.claims.map(rated), ratings: content.ratings.map(rated) };
    case "source":
      return { ...content, uses: content.uses.map(rated) };
    case "search":
      return {
        ...content,
        choices: {
          ...content.choices,
          ratings: content.choices.ratings.map(({ key, label }) => ({
            key,
            label: translateLabel(label, language),
          })),
        },
        found: content.found && {
          ...content.found,
          claims: content.found.claims.map(rated),
          articles: content.found.articles.map(item),
        },
      };
  }
}
