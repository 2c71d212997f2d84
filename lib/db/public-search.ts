import { foldText } from "@/lib/archive/fold-text";
import { nearestWord } from "@/lib/archive/nearest-word";
import { plainSearchMarks } from "@/lib/archive/plain-search-marks";
import type { FoundClaim } from "@/lib/archive/public-claim";
import type { SearchInput } from "@/lib/archive/search-input";
import { Prisma } from "./generated/client";
import {
  articlesOf,
  type ClaimRow,
  claimColumns,
  type ListPage,
  pageOf,
  tokenQuery,
  toPublicClaim,
} from "./public-lists";
import { findMatches, type PageQuery } from "./public-matches";
import type { PublicationListItem } from "./public-publications";
import { clientOf } from "./transaction";

/* The search of readers. It finds what is published and not redacted, through the rows of public-rows.ts. */

/** What narrows a search, as the database has it. */
export interface SearchFilters extends Pick<SearchInput, "rating" | "language" | "period"> {
  /** Ids under which publications name a claimant; empty for all claims. */
  claimantIds: readonly string[];
}

/**
 * A search as a `tsquery` of the database; null if it has nothing that could be found.
 * @param q as readers type it: words, "quoted words" in the marks of any language, -without, or
 */
export async function searchQuery(q: string, filters: SearchFilters): Promise<string | null> {
  const typed = plainSearchMarks(q);
  const [row] =
    typed.trim() === ""
      ? []
      : await clientOf().$queryRaw<{ query: string | null }[]>`
          SELECT search_query(${typed}, ${filters.language || null})::text AS "query"`;
  const parts = [row?.query ?? null, ...filterQueries(filters)].filter((part) => part !== null);
  if (parts.length === 0 || (q !== "" && !row?.query)) return null;
  return parts.map((part) => `(${part})`).join(" & ");
}

function filterQueries({ rating, language, period, claimantIds }: SearchFilters): string[] {
  return [
    ...(rating ? [tokenQuery(`=rating:${rating}`)] : []),
    ...(language ? [tokenQuery(`=language:${language}`)] : []),
    ...(period ? [tokenQuery(`=period:${period}`)] : []),
    ...(claimantIds.length > 0 ? [claimantIds.map((id) => tokenQuery(`=claimant:${id}`)).join(" | ")] : []),
  ];
}

/** Around what was found, in the text that Postgres sends. */
const [BEGIN, END] = ["\u0002", "\u0003"];
const FOUND = new RegExp(`${BEGIN}([^${END}]*)${END}`, "g");

/** The claims that a search finds, newest first. @param query from `searchQuery` */
export async function searchPublicClaims(
  query: string,
  { limit, after }: PageQuery,
): Promise<ListPage<FoundClaim>> {
  // Words are found that have the same stem in the language of the article.
  const marked = Prisma.sql`ts_headline(search_config(c."language"), search_spaced(search_fold(c."statement")), ${query}::tsquery,
    ${`HighlightAll=true, StartSel="${BEGIN}", StopSel="${END}"`}) AS "marked"`;
  const { rows, total } = await findMatches<ClaimRow & { marked: string }>(
    "claims",
    Prisma.sql`${claimColumns}, ${marked}`,
    query,
    { after, limit: limit + 1, isCounted: true },
  );
  const claims = rows.map(({ marked, ...row }) => ({ ...toPublicClaim(row), words: wordsIn(marked) }));
  return { ...pageOf(claims, limit), total };
}

const wordsIn = (marked: string) => [...new Set([...marked.matchAll(FOUND)].map(([, word = ""]) => word))];

/** The articles that a search finds by their title, publisher, author or finding, newest first. @param query from `searchQuery` */
export async function searchPublicArticles(
  query: string,
  limit: number,
): Promise<{ items: PublicationListItem[]; total: number }> {
  const columns = Prisma.sql`c."publicationId", c."articleId", c."publishedAt"`;
  const { rows, total } = await findMatches<{ publicationId: string }>("articles", columns, query, {
    after: null,
    limit,
    isCounted: true,
  });
  return { items: await articlesOf(rows.map(({ publicationId }) => publicationId)), total };
}

/** Letters of a word that is corrected: shorter ones are near to too many others. */
const MIN_LETTERS = 4;
/** Similar words that are compared. */
const MAX_SIMILAR = 40;

/**
 * A query with typing errors as it was probably meant: each word that nothing has is replaced by the nearest one. Whether something is found is for
 * the caller to find out: the words may be of something that is no longer public.
 * @returns null if no word has a near one
 */
export async function correctedQuery(q: string): Promise<string | null> {
  const parts = q.split(/([\p{L}\p{M}]+)/u);
  const words = parts.filter((part, nth) => nth % 2 === 1 && [...part].length >= MIN_LETTERS);
  if (words.length === 0) return null;
  const folded = words.map(foldText);
  const rows = await clientOf().$queryRaw<{ word: string; known: boolean; similar: string[] }[]>`
    SELECT w.word, w.known, CASE WHEN w.known THEN '{}' ELSE
      ARRAY(SELECT s."word" FROM "PublicWord" s WHERE s."word" % w.word ORDER BY similarity(s."word", w.word) DESC, s."word" LIMIT ${MAX_SIMILAR})
    END AS "similar"
    FROM (
      SELECT DISTINCT u.word, EXISTS (SELECT 1 FROM "PublicWord" k WHERE k."word" = u.word) AS known FROM unnest(${folded}::text[]) u(word) OFFSET 0
    ) w`;
  const nearest = new Map(
    rows.map(({ word, known, similar }) => [word, known ? null : nearestWord(word, similar)]),
  );
  const corrected = parts
    .map((part, nth) => (nth % 2 === 1 ? (nearest.get(foldText(part)) ?? part) : part))
    .join("");
  return corrected === q ? null : corrected;
}
