import type { CitedWork } from "@/lib/citations/csl-item";
import { NO_DETAILS } from "@/lib/sources/source-details";
import { words } from "@/lib/words/words";
import { publisherOf } from "./publisher-of";
import type { Report } from "./report";

/**
 * A published fact-check as a citable work.
 * @param page URL of the article's page
 * @param language BCP 47, of its title: by default that of the article, in which readers find it
 */
export function factCheckAsWork(report: Report, page: string, language = report.article.language): CitedWork {
  const { article, publication } = report;
  return {
    url: page,
    doi: null,
    title: words("report", language)("work.title", { title: article.title }),
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
