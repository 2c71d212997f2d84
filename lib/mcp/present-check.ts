import type { PublicClaim } from "@/lib/archive/public-claim";
import { articlePath } from "@/lib/article-path";
import { env } from "@/lib/env";
import { licenceUrl } from "@/lib/organisation";
import type { Report, ReportClaim } from "@/lib/reports/report";
import { words } from "@/lib/words/words";

/** Claims of an article that one answer contains. */
export const CLAIMS_PER_ANSWER = 100;

/** The address of the page of a claim, or of its article. */
export function pageAddress(slug: string, number?: number): string {
  const article = `${env().publicUrl}${articlePath(slug)}`;
  return number === undefined ? article : `${article}/claims/${number}`;
}

const ratingOf = ({ scale }: Report, key: string) => {
  const rating = scale.ratings.find((each) => each.key === key);
  return { key, label: rating?.label ?? key, definition: rating?.definition ?? null };
};

/** Who publishes it, and under which licence. */
function publisherOf({ organisation }: Report) {
  return {
    name: organisation?.name ?? null,
    licence: organisation?.licence ? licenceUrl(organisation.licence) : null,
  };
}

/** A claim that a search found. */
export function presentFoundClaim(claim: PublicClaim): Record<string, unknown> {
  const { article, number, statement, claimant, rating, publishedAt } = claim;
  return {
    url: pageAddress(article.slug, number),
    slug: article.slug,
    title: article.title,
    number,
    statement,
    claimant: claimant?.name ?? null,
    rating: { key: rating.key, label: rating.label },
    publishedAt,
  };
}

/** A claim with its sources, as readers see it. */
export function presentCheckedClaim(report: Report, claim: ReportClaim): Record<string, unknown> {
  return {
    url: pageAddress(report.article.slug, claim.number),
    number: claim.number,
    statement: claim.statement,
    quote: claim.quote,
    claimant: claim.claimant?.name ?? null,
    claimedAt: claim.claimedOn,
    rating: ratingOf(report, claim.ratingKey),
    rationale: claim.rationaleText,
    sources: claim.evidence.flatMap(({ source: number, stance, excerpt }) => {
      const source = report.sources[number - 1];
      if (!source) return [];
      const { title, publisher, publishedOn, url, archiveUrl, confidential } = source;
      return [{ stance, title, publisher, publishedAt: publishedOn, url, archiveUrl, confidential, excerpt }];
    }),
    article: { title: report.article.title, url: pageAddress(report.article.slug) },
    publisher: publisherOf(report),
    publishedAt: report.publication.publishedAt,
  };
}

/** An article with a page of its claims. @param from position of the first one, from 1 */
export function presentCheckedArticle(report: Report, from: number): Record<string, unknown> {
  const { article, claims, summary, publication } = report;
  const page = claims.slice(from - 1, from - 1 + CLAIMS_PER_ANSWER);
  return {
    url: pageAddress(article.slug),
    title: article.title,
    byline: article.byline,
    articlePublisher: article.publisher,
    articlePublishedAt: article.publishedOn,
    articleUrl: article.sourceUrl,
    language: article.language,
    finding: report.finding,
    counts: summary.counts.map(({ ratingKey, count }) => ({
      rating: ratingOf(report, ratingKey).label,
      count,
    })),
    claims: page.map(({ number, statement, ratingKey }) => ({
      number,
      statement,
      rating: ratingOf(report, ratingKey).label,
      url: pageAddress(article.slug, number),
    })),
    claimCount: claims.length,
    nextFrom: from - 1 + page.length < claims.length ? from + page.length : null,
    publisher: publisherOf(report),
    publishedAt: publication.publishedAt,
  };
}

/** A sentence to cite a claim with, and its licence, in the language of the article where there is one. */
export function quoteOf(report: Report, claim: ReportClaim): { text: string; url: string; licence: string } {
  const t = words("mcp");
  const url = pageAddress(report.article.slug, claim.number);
  const { name, licence } = publisherOf(report);
  return {
    text: t("quote", {
      organisation: name ?? t("nameless"),
      statement: claim.statement,
      rating: ratingOf(report, claim.ratingKey).label,
      date: report.publication.publishedAt.slice(0, 10),
      url,
    }),
    url,
    licence: licence === null ? t("noLicence") : t("licence", { licence }),
  };
}
