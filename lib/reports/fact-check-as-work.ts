import type { CitedWork } from "@/lib/citations/csl-item";
import { NO_DETAILS } from "@/lib/sources/source-details";
import { publisherOf } from "./publisher-of";
import type { Report } from "./report";

/**
 * A published fact-check as a citable work.
 * @param page URL of the article's page
 */
export function factCheckAsWork(report: Report, page: string): CitedWork {
  const { article, publication } = report;
  return {
    url: page,
    doi: null,
    title: `Fact-check: ${article.title}`,
    // As in ClaimReview.
    authors: [publisherOf(report, page).name],
    publisher: null,
    publishedOn: publication.publishedAt.slice(0, 10),
    language: article.language,
    kind: "web_page",
    archiveUrl: null,
    details: NO_DETAILS,
  };
}
