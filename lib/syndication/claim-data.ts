import { stringify } from "csv-stringify/sync";
import { articlePath } from "@/lib/article-path";
import { licenceUrl, type Organisation } from "@/lib/organisation";
import { renderClaimReview } from "@/lib/reports/renderers/claim-review";
import type { ClaimReviewData } from "@/lib/reports/renderers/schema-org";
import type { Report } from "@/lib/reports/report";

/** The ClaimReviews of one published fact-check. */
interface ReviewedArticle {
  url: string;
  /** ISO 8601 instants. */
  firstPublishedAt: string;
  publishedAt: string;
  reviews: ClaimReviewData[];
}

/** A page of data: what it has, and where the next one is. */
export interface ClaimDataPage {
  reports: readonly Report[];
  /** Origin under which readers reach the site, without a slash at the end. */
  publicUrl: string;
  /** Who publishes here now. */
  organisation: Organisation | null;
}

function reviewedArticles({ reports, publicUrl }: ClaimDataPage): ReviewedArticle[] {
  return reports.map((report) => {
    const url = `${publicUrl}${articlePath(report.article.slug)}`;
    return {
      url,
      firstPublishedAt: report.publication.firstPublishedAt,
      publishedAt: report.publication.publishedAt,
      reviews: report.claims.flatMap((claim) => {
        const review = renderClaimReview(report, claim, `${url}/claims/${claim.number}`);
        return review ? [review] : [];
      }),
    };
  });
}

/**
 * The ClaimReviews of published fact-checks as a schema.org DataFeed with an item per article, the form in which collections of fact-checks
 * exchange them. Source: https://schema.org/DataFeed, https://datacommons.org/factcheck
 */
export function renderClaimDataFeed(page: ClaimDataPage): string {
  const articles = reviewedArticles(page);
  const { organisation, publicUrl } = page;
  return JSON.stringify(
    {
      "@context": "https://schema.org",
      "@type": "DataFeed",
      ...(articles[0] && { dateModified: articles[0].publishedAt }),
      ...(organisation?.licence && { sdLicense: licenceUrl(organisation.licence) }),
      ...(organisation && {
        sdPublisher: { "@type": "Organization", name: organisation.name, url: organisation.url ?? publicUrl },
      }),
      dataFeedElement: articles.map(({ url, firstPublishedAt, publishedAt, reviews }) => ({
        "@type": "DataFeedItem",
        url,
        dateCreated: firstPublishedAt,
        dateModified: publishedAt,
        item: reviews,
      })),
    },
    null,
    1,
  );
}

/**
 * The columns of the table of ClaimReviews: the paths of their properties, as the Fact-Check Insights dataset names them.
 * Source: https://www.factcheckinsights.org/guide
 */
const COLUMNS = [
  "id",
  "@context",
  "@type",
  "claimReviewed",
  "datePublished",
  "dateModified",
  "url",
  "author.@type",
  "author.name",
  "author.url",
  "author.logo",
  "itemReviewed.@type",
  "itemReviewed.author.@type",
  "itemReviewed.author.name",
  "itemReviewed.author.jobTitle",
  "itemReviewed.datePublished",
  "itemReviewed.appearance.url",
  "itemReviewed.appearance.headline",
  "reviewRating.@type",
  "reviewRating.alternateName",
  "reviewRating.ratingValue",
  "reviewRating.bestRating",
  "reviewRating.worstRating",
  "reviewBody",
  "license",
] as const;

/** The ClaimReviews of published fact-checks as CSV (RFC 4180), in UTF-8 after a byte order mark; formulas of spreadsheets are disarmed. */
export function renderClaimTable(page: ClaimDataPage): string {
  const rows = reviewedArticles(page).flatMap(({ reviews }) =>
    reviews.map((review) =>
      COLUMNS.map((column) => (column === "id" ? review["@id"] : valueAt(review, column.split(".")))),
    ),
  );
  return `\uFEFF${stringify([[...COLUMNS], ...rows], { record_delimiter: "windows", escape_formulas: true })}`;
}

/** The same as JSON. */
export function renderClaimList(page: ClaimDataPage): string {
  const claimReviews = reviewedArticles(page).flatMap(({ reviews }) =>
    reviews.map(({ "@id": id, ...review }) => ({ id, ...review })),
  );
  const licence = page.organisation?.licence;
  return JSON.stringify({ ...(licence && { sdLicense: licenceUrl(licence) }), claimReviews }, null, 1);
}

function valueAt(data: unknown, path: readonly string[]): string | number | null {
  const [name, ...rest] = path;
  if (name === undefined) return typeof data === "string" || typeof data === "number" ? data : null;
  if (typeof data !== "object" || data === null || Array.isArray(data)) return null;
  return valueAt((data as Record<string, unknown>)[name], rest);
}
