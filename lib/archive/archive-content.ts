import type { Rating } from "../ratings/rating";
import type { ArticleItem } from "./article-item";
import type { ArchiveEntry, ArchiveGroup, FoundClaim, PublicClaim, SourceUse } from "./public-claim";
import type { SearchInput } from "./search-input";

/** A page of a list, and the way to the next. */
interface Paged {
  nextCursor: string | null;
  isFirst: boolean;
}

/** What the pages of the archive and of the search show. */
export type ArchiveContent =
  | {
      kind: "archive";
      /** Everything that is published, counted. */
      articles: number;
      claims: number;
      /** Newest first. */
      months: ArchiveEntry[];
      /** The first entries of each way into the archive, and how many there are. */
      groups: { group: ArchiveGroup; entries: ArchiveEntry[]; total: number }[];
    }
  | ({
      kind: "archive-month";
      month: string;
      earlier: string | null;
      later: string | null;
      items: ArticleItem[];
      total: number;
    } & Paged)
  | ({ kind: "archive-group"; group: ArchiveGroup; entries: ArchiveEntry[]; total: number } & Paged)
  | ({ kind: "archive-publisher"; entry: ArchiveEntry; items: ArticleItem[] } & Paged)
  | ({
      kind: "archive-claims";
      group: "topics" | "ratings";
      entry: ArchiveEntry;
      claims: PublicClaim[];
    } & Paged)
  | ({
      kind: "claimant";
      /** As published last: name, kind, role and pages. */
      claims: PublicClaim[];
      total: number;
      path: string;
      /** Names in publications, the last first. */
      names: string[];
      /** Claims by rating, most first. */
      ratings: { rating: Rating; count: number }[];
    } & Paged)
  | ({ kind: "source"; id: string; uses: SourceUse[]; total: number } & Paged)
  | ({
      kind: "search";
      input: SearchInput;
      choices: SearchChoices;
      /** Null without a search. */
      found: SearchResult | null;
    } & Paged);

/** What a search can be narrowed by. */
export interface SearchChoices {
  ratings: { key: string; label: string }[];
  /** By slug. */
  claimants: { slug: string; name: string }[];
  /** BCP 47. */
  languages: string[];
  /** Newest first. */
  years: string[];
}

/** What a search found. */
export interface SearchResult {
  claims: FoundClaim[];
  total: number;
  /** On the first page: the newest articles. */
  articles: ArticleItem[];
  articleTotal: number;
  /** What was searched for instead, because nothing has the words as typed. */
  corrected: string | null;
}
