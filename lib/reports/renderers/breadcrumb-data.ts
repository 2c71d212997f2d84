import { publisherOf } from "../publisher-of";
import type { Report, ReportClaim } from "../report";
import type { BreadcrumbData } from "./schema-org";

/**
 * The path from the front page to a page of a report, as a BreadcrumbList.
 * Source: https://developers.google.com/search/docs/appearance/structured-data/breadcrumb
 * @param articlePage URL of the article's page, under which its claims have theirs
 * @param claim for the page of a claim; else the path ends at the article
 */
export function renderBreadcrumbData(
  report: Report,
  articlePage: string,
  claim: ReportClaim | null = null,
): BreadcrumbData {
  const steps = [
    { name: publisherOf(report, articlePage).name, item: new URL("/", articlePage).href },
    { name: report.article.title, item: articlePage },
    ...(claim ? [{ name: claim.statement, item: `${articlePage}/claims/${claim.number}` }] : []),
  ];
  return breadcrumbData(steps);
}

/** A path of pages, each under the one before, as a BreadcrumbList. @param steps with URLs */
export function breadcrumbData(steps: readonly { name: string; item: string }[]): BreadcrumbData {
  return {
    "@context": "https://schema.org",
    "@type": "BreadcrumbList",
    itemListElement: steps.map((step, index) => ({ "@type": "ListItem", position: index + 1, ...step })),
  };
}
