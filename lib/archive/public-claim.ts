import type { Rating } from "../ratings/rating";
import type { ReportClaimant, ReportSource } from "../reports/report";
import type { Stance } from "../sources/source";

/** A claim as its current publication shows it. */
export interface PublicClaim {
  articleId: string;
  number: number;
  /** Minus its position. */
  rank: number;
  article: { slug: string; title: string };
  /** BCP 47, of the article. */
  language: string;
  statement: string;
  rating: Rating;
  claimant: ReportClaimant | null;
  /** ISO 8601 instant. */
  publishedAt: string;
}

/** A claim that a search found. */
export interface FoundClaim extends PublicClaim {
  /** What was found in its statement, without case and accents. */
  words: string[];
}

/** A claim for which a source was used. */
export interface SourceUse extends PublicClaim {
  stances: Stance[];
  /** The source as that article cites it. */
  source: ReportSource;
}

/** Lists of the archive, by what they have in common. */
export const ARCHIVE_GROUPS = ["topics", "claimants", "publishers", "ratings"] as const;
export type ArchiveGroup = (typeof ARCHIVE_GROUPS)[number];

/** A topic, publisher, rating or claimant with the number of its articles (of publishers) or claims. */
export interface ArchiveEntry {
  /** Part of its address; of a claimant, the id. */
  key: string;
  label: string;
  count: number;
  rating: Rating | null;
}
