import { licenceUrl } from "@/lib/organisation";
import { findRating } from "../claims/find-rating";
import { translateRating } from "../languages/translate-ratings";
import { isRedacted } from "../redacted-mark";
import type { Report, ReportClaim } from "../report";
import { appearanceData } from "./appearance-data";
import { organizationData } from "./organization-data";
import type { ClaimantData, ClaimReviewData } from "./schema-org";

/** Kinds of claims, and the rating, that stand for what can't be checked: an opinion, or what has not happened yet. */
const UNCHECKED_KINDS: ReadonlySet<string> = new Set(["opinion", "prediction"]);
const UNCHECKED_RATING = "not-checkable";

/**
 * The ClaimReview of one claim, for the claim's own page; null for opinions and predictions. Unscored ratings have only a name. The first
 * date stays through later publications.
 * Source: https://schema.org/ClaimReview, https://developers.google.com/search/docs/appearance/structured-data/factcheck
 * @param page URL of the claim's page
 * @throws RangeError if the report's scale does not have the claim's rating
 */
export function renderClaimReview(report: Report, claim: ReportClaim, page: string): ClaimReviewData | null {
  const rating = ratingData(report, claim);
  if (UNCHECKED_KINDS.has(claim.kind) || claim.ratingKey === UNCHECKED_RATING) return null;
  const { organisation } = report;
  const [first, last] = [dayOf(claim.firstPublishedAt), dayOf(report.publication.publishedAt)];
  const claimant = claimantData(claim);
  const appearance = appearanceData(report, claim.carriedBy);
  return {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "@id": `${page}#claimreview`,
    url: page,
    claimReviewed: claim.statement,
    datePublished: first,
    ...(last !== first && { dateModified: last }),
    author: organizationData(report, page),
    ...(organisation?.licence && { license: licenceUrl(organisation.licence) }),
    reviewBody: claim.rationaleText,
    reviewRating: rating,
    itemReviewed: {
      "@type": "Claim",
      ...(claimant && { author: claimant }),
      ...(claim.claimedOn && { datePublished: claim.claimedOn }),
      appearance,
      ...(claimant && isMadeIn(report, claimant.name) && { firstAppearance: appearance }),
    },
  };
}

/** The rating of a claim with the ends of its scale, if it is a scored one. */
function ratingData(report: Report, claim: ReportClaim): ClaimReviewData["reviewRating"] {
  const { ratings } = report.scale;
  // In the language of the article, whatever that of the page is.
  const rating = translateRating(findRating(report, claim), report.article.language);
  const values = ratings.flatMap(({ value }) => (value === null ? [] : [value]));
  return {
    "@type": "Rating",
    alternateName: rating.label,
    ...(rating.value !== null && {
      ratingValue: rating.value,
      bestRating: Math.max(...values),
      worstRating: Math.min(...values),
    }),
  };
}

function claimantData({ claimant }: ReportClaim): ClaimantData | null {
  if (!claimant) return null;
  const { kind, name, role, sameAs } = claimant;
  // A redaction is no person.
  if (isRedacted(name)) return null;
  const addresses = sameAs.length > 0 && { sameAs };
  return kind === "person"
    ? { "@type": "Person", name, ...(role && { jobTitle: role }), ...addresses }
    : { "@type": "Organization", name, ...addresses };
}

/** Whether a claimant made the claim in the article itself: its author or its publisher did. */
function isMadeIn({ article }: Report, name: string): boolean {
  const folded = name.toLowerCase();
  return [article.byline, article.publisher].some((each) => each?.toLowerCase() === folded);
}

/** The day of an instant, in UTC. */
function dayOf(instant: string): string {
  return instant.slice(0, 10);
}
