import type { CitedWork } from "@/lib/citations/csl-item";
import type { Report } from "./report";

/**
 * A published fact-check as a citable work.
 * @param page URL of the article's page
 */
export function factCheckAsWork({ article, publication }: Report, page: string): CitedWork {
  return {
    url: page,
    doi: null,
    title: `Fact-check: ${article.title}`,
    // Must be the author named in ClaimReview.
    authors: ["Obelus"],
    publisher: null,
    publishedOn: publication.publishedAt.slice(0, 10),
    language: article.language,
    kind: "web_page",
    archiveUrl: null,
  };
}
