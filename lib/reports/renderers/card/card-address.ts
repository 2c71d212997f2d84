import { articlePath } from "@/lib/article-path";
import type { Report } from "../../report";

/** The size of a picture that social networks and messengers show beside a link, in pixels (Open Graph). */
export const CARD_SIZE = { width: 1200, height: 630 } as const;

/** Of the drawing itself: raise it when card.typ changes, so that nobody keeps showing the picture from before. */
const FORM = 1;

/**
 * What a picture for sharing was made from: the publication, and how often something was redacted in it. Addresses have it in their query, so
 * that those with the current one can be stored for good.
 */
export function cardVersion({ publication, redactions = [] }: Report): string {
  return `${FORM}.${publication.number}.${redactions.length}`;
}

/**
 * Path and query of the picture for sharing of an article or a claim.
 * @param number of the claim; null for the article
 * @param language BCP 47, of the words around the facts
 */
export function cardAddress(report: Report, number: number | null, language = "en"): string {
  const page = number === null ? "" : `/claims/${number}`;
  const query = new URLSearchParams({ v: cardVersion(report), ...(language !== "en" && { lang: language }) });
  return `${articlePath(report.article.slug)}${page}/card.png?${query}`;
}
