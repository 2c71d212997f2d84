import "@/lib/words/languages";
import type { Organisation } from "@/lib/organisation";
import {
  translateLabel,
  translateRating,
  translateRatings,
  translateVerdict,
} from "@/lib/reports/languages/translate-ratings";
import type { Report } from "@/lib/reports/report";
import { spokenLanguage } from "@/lib/words/words";
import type { DocumentContent } from "./document-content";
import { translateArchive } from "./translate-archive";

/**
 * The language of a document for readers who have chosen none: that of its article, or the first of the organisation for documents about
 * no single article. English where the product does not speak it.
 * @returns BCP 47
 */
export function defaultLanguage(
  content: DocumentContent,
  organisation: Pick<Organisation, "languages"> | null,
): string {
  const shown = content.kind === "embed" ? content.content : content;
  return spokenLanguage(
    "report" in shown ? shown.report.article.language : (organisation?.languages[0] ?? "en"),
  );
}

/** A document with its ratings in another language, where these are the product's own. @param language BCP 47 */
export function translateContent(content: DocumentContent, language: string): DocumentContent {
  const ofReport = <Content extends { report: Report }>(shown: Content): Content => ({
    ...shown,
    report: translateRatings(shown.report, language),
  });
  switch (content.kind) {
    case "article":
    case "draft":
    case "publication":
    case "report":
    case "offline":
      return ofReport(content);
    case "claim": {
      const rated = <Rated extends { rating: Parameters<typeof translateRating>[0] }>(
        each: Rated,
      ): Rated => ({
        ...each,
        rating: translateRating(each.rating, language),
      });
      return {
        ...ofReport(content),
        history: content.history.map((entry) => ({
          ...rated(entry),
          changes: entry.changes.map((change) =>
            change.kind === "rating" ? { ...change, from: translateRating(change.from, language) } : change,
          ),
        })),
        sameClaimant: content.sameClaimant.map(rated),
        sameSources: content.sameSources.map(rated),
      };
    }
    case "embed":
      return "report" in content.content ? { ...content, content: ofReport(content.content) } : content;
    case "front":
      return {
        ...content,
        items: content.items.map((item) => ({
          ...item,
          ratings: item.ratings.map((rating) => translateRating(rating, language)),
        })),
      };
    case "corrections":
      return {
        ...content,
        items: content.items.map((item) => ({
          ...item,
          changes: item.changes.map((change) =>
            translateVerdict(change, (label) => translateLabel(label, language)),
          ),
        })),
      };
    case "site-page":
      return {
        ...content,
        ratings: content.ratings.map((rating) => translateRating(rating, language)),
      };
    case "unpublished":
    case "not-found":
    case "contact":
    case "contact-sent":
    case "verify":
      return content;
    default:
      return translateArchive(content, language);
  }
}
