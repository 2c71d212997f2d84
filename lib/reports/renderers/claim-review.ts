import { claimantKind } from "@/lib/claims/claimant-kind";
import { publisherOf } from "../publisher-of";
import { isRedacted } from "../redacted-mark";
import type { Report, ReportClaim } from "../report";

/**
 * The ClaimReview (schema.org) of one claim, for the claim's own page. Unscored ratings have only a name.
 * @param page URL of the claim's page
 * @param articlePage URL of the article's page
 */
export function renderClaimReview(
  report: Report,
  claim: ReportClaim,
  page: string,
  articlePage: string,
): object {
  const rating = report.scale.ratings.find((each) => each.key === claim.ratingKey);
  if (!rating) throw new RangeError(`the report's scale has no rating ${claim.ratingKey}`);
  const values = report.scale.ratings.flatMap((each) => (each.value === null ? [] : [each.value]));
  return {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    url: page,
    claimReviewed: claim.statement,
    datePublished: report.publication.publishedAt.slice(0, 10),
    author: { "@type": "Organization", ...publisherOf(report, page) },
    reviewBody: claim.rationaleText,
    reviewRating: {
      "@type": "Rating",
      alternateName: rating.label,
      ...(rating.value === null
        ? {}
        : { ratingValue: rating.value, bestRating: Math.max(...values), worstRating: Math.min(...values) }),
    },
    itemReviewed: {
      "@type": "Claim",
      // A redaction is no person.
      ...(claim.claimant && !isRedacted(claim.claimant)
        ? {
            author: {
              "@type": claimantKind(claim.claimant) === "person" ? "Person" : "Organization",
              name: claim.claimant,
            },
          }
        : {}),
      ...(claim.claimedOn ? { datePublished: claim.claimedOn } : {}),
      appearance: {
        "@type": "CreativeWork",
        url: report.article.sourceUrl ?? articlePage,
        headline: report.article.title,
      },
    },
  };
}
