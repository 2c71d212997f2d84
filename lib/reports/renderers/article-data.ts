import { licenceUrl } from "@/lib/organisation";
import { mostSeriousClaims } from "../most-serious-claims";
import type { Report, ReportClaim } from "../report";
import { appearanceData } from "./appearance-data";
import { renderClaimReview } from "./claim-review";
import { organizationData, publisherData } from "./organization-data";
import type { ArticleData } from "./schema-org";

/** An article with more claims lists only the reviews of the most serious ones: all would make a long page longer for every reader. */
const MAX_REVIEWS = 25;
const MOST_SERIOUS = 10;

/**
 * The Article (schema.org) of a fact-check, for the article's page, with a short review of each claim, or of the most serious ones where
 * there are many: the pages of claims have the full ones.
 * Source: https://schema.org/Article, https://developers.google.com/search/docs/appearance/structured-data/article
 * @param page URL of the article's page, under which its claims have theirs
 */
export function renderArticleData(report: Report, page: string): ArticleData {
  const { article, publication, organisation } = report;
  return {
    "@context": "https://schema.org",
    "@type": "Article",
    "@id": `${page}#article`,
    url: page,
    mainEntityOfPage: page,
    headline: article.title,
    datePublished: publication.firstPublishedAt,
    dateModified: publication.publishedAt,
    inLanguage: article.language,
    author: organizationData(report, page),
    publisher: publisherData(report, page),
    ...(organisation?.licence && { license: licenceUrl(organisation.licence) }),
    isBasedOn: appearanceData(report),
    review: reviewedClaims(report).flatMap((claim) => {
      const review = renderClaimReview(report, claim, `${page}/claims/${claim.number}`);
      if (!review) return [];
      const { "@type": type, "@id": id, url, claimReviewed, reviewRating } = review;
      return [{ "@type": type, "@id": id, url, claimReviewed, reviewRating }];
    }),
  };
}

function reviewedClaims(report: Report): readonly ReportClaim[] {
  return report.claims.length <= MAX_REVIEWS ? report.claims : mostSeriousClaims(report, MOST_SERIOUS);
}
