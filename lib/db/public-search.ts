import { foldText } from "@/lib/archive/fold-text";
import { nearestWord } from "@/lib/archive/nearest-word";
import type { FoundClaim } from "@/lib/archive/public-claim";
import type { SearchInput } from "@/lib/archive/search-input";
import { readSearchSyntax } from "@/lib/archive/search-syntax";
import { COUNT_READS } from "@/lib/capped-count";
import { Prisma } from "./generated/client";
import {
  articlesOf,
  type ClaimRow,
  claimColumns,
  findByWords,
  type ListPage,
  pageOf,
  tokenQuery,
  toPublicClaim,
} from "./public-lists";
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
  const { text, excluded } = readSearchSyntax(q);
  const language = filters.language || null;
  const all = [
    ...(text === "" ? [] : [Prisma.sql`search_query(${text}, ${language})`]),
    ...excluded.map((word) => Prisma.sql`!! search_query(${word}, ${language})`),
  ];
  const [row] =
    all.length === 0
      ? []
      : await clientOf().$queryRaw<{ query: string | null }[]>`
          SELECT (${Prisma.join(all, " && ")})::text AS "query"`;
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
  { limit, after }: { limit: number; after: string | null },
): Promise<ListPage<FoundClaim>> {
  const [rows, total] = await Promise.all([
    findByWords<ClaimRow>(claimColumns, query, { after, limit: limit + 1 }),
    countFound(Prisma.sql`"PublicClaim"`, query),
  ]);
  const { items, nextCursor } = pageOf(rows.map(toPublicClaim), limit);
  const words = await wordsFound(
    items.map(({ language, statement }) => ({ language, statement })),
    query,
  );
  return { items: items.map((item, nth) => ({ ...item, words: words[nth] ?? [] })), nextCursor, total };
}

/** Which words of statements a query finds: those that have the same stem in the language of the article. */
async function wordsFound(
  texts: readonly { language: string; statement: string }[],
  query: string,
): Promise<string[][]> {
  if (texts.length === 0) return [];
  const rows = await clientOf().$queryRaw<{ marked: string }[]>`
    SELECT ts_headline(search_config(t.language), search_spaced(search_fold(t.statement)), ${query}::tsquery,
      ${`HighlightAll=true, StartSel="${BEGIN}", StopSel="${END}"`}) AS "marked"
    FROM unnest(${texts.map(({ language }) => language)}::text[], ${texts.map(({ statement }) => statement)}::text[])
      WITH ORDINALITY t(language, statement, nth) ORDER BY t.nth`;
  return rows.map(({ marked }) => [...new Set([...marked.matchAll(FOUND)].map(([, word = ""]) => word))]);
}

/** How many rows a query finds, to one more than `COUNT_LIMIT`. */
async function countFound(table: Prisma.Sql, query: string): Promise<number> {
  const [row] = await clientOf().$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS "total" FROM (SELECT 1 FROM ${table} c WHERE c."words" @@ ${query}::tsquery LIMIT ${COUNT_READS}) counted`;
  return row?.total ?? 0;
}

/** Articles that are sorted by date: of more, some are shown. */
const MAX_SORTED = 2_000;

/** The articles that a search finds by their title, publisher, author or finding, newest first. @param query from `searchQuery` */
export async function searchPublicArticles(
  query: string,
  limit: number,
): Promise<{ items: PublicationListItem[]; total: number }> {
  const [rows, total] = await Promise.all([
    clientOf().$queryRaw<{ id: string }[]>`
      SELECT m."publicationId" AS "id" FROM (
        SELECT c."publicationId", c."publishedAt", c."articleId" FROM "PublicArticle" c WHERE c."words" @@ ${query}::tsquery LIMIT ${MAX_SORTED}
      ) m ORDER BY m."publishedAt" DESC, m."articleId" DESC LIMIT ${limit}`,
    countFound(Prisma.sql`"PublicArticle"`, query),
  ]);
  return { items: await articlesOf(rows.map(({ id }) => id)), total };
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
    SELECT w.word, EXISTS (SELECT 1 FROM "PublicWord" k WHERE k."word" = w.word) AS "known",
      ARRAY(SELECT s."word" FROM "PublicWord" s WHERE s."word" % w.word ORDER BY similarity(s."word", w.word) DESC, s."word" LIMIT ${MAX_SIMILAR}) AS "similar"
    FROM unnest(${folded}::text[]) w(word)`;
  const nearest = new Map(
    rows.map(({ word, known, similar }) => [word, known ? null : nearestWord(word, similar)]),
  );
  const corrected = parts
    .map((part, nth) => (nth % 2 === 1 ? (nearest.get(foldText(part)) ?? part) : part))
    .join("");
  return corrected === q ? null : corrected;
}
