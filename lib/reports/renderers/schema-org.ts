/*
 * The parts of schema.org that reports are described with, by https://schema.org and, for ClaimReview,
 * https://developers.google.com/search/docs/appearance/structured-data/factcheck
 */

export interface OrganizationData {
  "@type": "Organization";
  name: string;
  url: string;
  logo?: string;
  sameAs?: string[];
}

/** What the page of an article says of its publisher, too. */
export interface PublisherData extends OrganizationData {
  legalName?: string;
  address?: string;
  email?: string;
  contactPoint?: { "@type": "ContactPoint"; contactType: "editorial"; url: string };
  knowsLanguage?: string[];
  ethicsPolicy?: string;
  correctionsPolicy?: string;
  publishingPrinciples?: string;
  ownershipFundingInfo?: string;
}

interface PersonData {
  "@type": "Person";
  name: string;
  jobTitle?: string;
  sameAs?: string[];
}

/** Who made a claim. */
export type ClaimantData = PersonData | { "@type": "Organization"; name: string; sameAs?: string[] };

/** Where a claim was made. */
export interface AppearanceData {
  "@type": "Article";
  headline: string;
  url?: string;
  datePublished?: string;
  author?: PersonData;
  publisher?: { "@type": "Organization"; name: string };
}

interface RatingData {
  "@type": "Rating";
  alternateName: string;
  ratingValue?: number;
  bestRating?: number;
  worstRating?: number;
}

interface ClaimData {
  "@type": "Claim";
  author?: ClaimantData;
  /** ISO 8601 day. */
  datePublished?: string;
  appearance: AppearanceData;
  firstAppearance?: AppearanceData;
}

export interface ClaimReviewData {
  "@context": "https://schema.org";
  "@type": "ClaimReview";
  "@id": string;
  url: string;
  claimReviewed: string;
  /** ISO 8601 day. */
  datePublished: string;
  dateModified?: string;
  author: OrganizationData;
  license?: string;
  reviewBody: string;
  reviewRating: RatingData;
  itemReviewed: ClaimData;
}

/** What the page of an article says of the claims that it reviews: their own pages say more. */
type ListedReview = Pick<ClaimReviewData, "@type" | "@id" | "url" | "claimReviewed" | "reviewRating">;

export interface ArticleData {
  "@context": "https://schema.org";
  "@type": "Article";
  "@id": string;
  url: string;
  mainEntityOfPage: string;
  headline: string;
  /** ISO 8601 instants. */
  datePublished: string;
  dateModified: string;
  inLanguage: string;
  author: OrganizationData;
  publisher: PublisherData;
  license?: string;
  /** The article that was checked. */
  isBasedOn: AppearanceData;
  review: ListedReview[];
}

export interface BreadcrumbData {
  "@context": "https://schema.org";
  "@type": "BreadcrumbList";
  itemListElement: { "@type": "ListItem"; position: number; name: string; item: string }[];
}
