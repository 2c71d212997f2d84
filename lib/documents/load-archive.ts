import type { ArchiveContent, SearchChoices, SearchResult } from "@/lib/archive/archive-content";
import { neighboursOf } from "@/lib/archive/archive-month";
import { claimantCode, claimantPath, claimantSlug } from "@/lib/archive/claimant-address";
import { ARCHIVE_GROUPS, type ArchiveGroup } from "@/lib/archive/public-claim";
import { isSearch, type SearchInput } from "@/lib/archive/search-input";
import { COUNT_READS } from "@/lib/capped-count";
import {
  countRatingsOfClaimant,
  findClaimantIds,
  findSourceIds,
  listClaimsOfClaimant,
  listPublishedNames,
  listUsesOfSource,
} from "@/lib/db/public-claimants";
import {
  type CountKind,
  countEntries,
  findEntry,
  listArticlesOf,
  listClaimsWith,
  listEntries,
  listMonths,
} from "@/lib/db/public-lists";
import {
  correctedQuery,
  type SearchFilters,
  searchPublicArticles,
  searchPublicClaims,
  searchQuery,
} from "@/lib/db/public-search";
import type { ArchiveAddress } from "./addresses/archive-address";
import { type LoadedDocument, NOT_FOUND } from "./loaded-document";

/** Items on a page. */
const PAGE_SIZE = { articles: 20, claims: 25, entries: 50, first: 12 } as const;
/** Articles shown above the claims that a search found. */
const FOUND_ARTICLES = 5;
/** Entries to choose from in a filter. */
const CHOICES = 50;

const COUNTED: Readonly<Record<ArchiveGroup, CountKind>> = {
  topics: "topic",
  claimants: "claimant",
  publishers: "publisher",
  ratings: "rating",
};

/** Finds what searches can be narrowed by. */
export type FindChoices = () => Promise<SearchChoices>;

/**
 * Reads everything that a page of the archive or the search shows.
 * @param findChoices by default from the database
 */
export async function loadArchive(
  address: ArchiveAddress,
  findChoices: FindChoices = listChoices,
): Promise<LoadedDocument> {
  switch (address.kind) {
    case "archive":
      return loadOverview();
    case "archive-month":
      return loadMonth(address);
    case "archive-group":
      return loadGroup(address);
    case "archive-list":
      return loadList(address);
    case "claimant":
      return loadClaimant(address);
    case "source":
      return loadSource(address);
    case "search":
      return loadSearch(address.input, findChoices);
  }
}

/** @param isStored false for pages that few ask for, and for those that have to change at once */
function found(content: ArchiveContent, isStored: boolean): LoadedDocument {
  return { kind: "document", status: 200, content, articleId: null, isStored };
}

async function loadOverview(): Promise<LoadedDocument> {
  const kinds = ARCHIVE_GROUPS.map((group) => COUNTED[group]);
  const [articles, claims, months, totals, ...entries] = await Promise.all([
    findEntry("all", "articles"),
    findEntry("all", "claims"),
    listMonths(),
    countEntries(kinds, COUNT_READS),
    ...kinds.map((kind) => listEntries(kind, { limit: PAGE_SIZE.first, after: null })),
  ]);
  return found(
    {
      kind: "archive",
      articles: articles?.count ?? 0,
      claims: claims?.count ?? 0,
      months,
      groups: ARCHIVE_GROUPS.map((group, nth) => ({
        group,
        entries: entries[nth]?.entries ?? [],
        total: totals.get(COUNTED[group]) ?? 0,
      })),
    },
    true,
  );
}

type At<Kind extends ArchiveAddress["kind"]> = Extract<ArchiveAddress, { kind: Kind }>;

async function loadMonth({ month, after }: At<"archive-month">): Promise<LoadedDocument> {
  const [months, page] = await Promise.all([
    listMonths(),
    listArticlesOf({ month }, { limit: PAGE_SIZE.articles, after }),
  ]);
  const total = months.find(({ key }) => key === month)?.count ?? 0;
  // A month without articles has no page: there are as many as one can write.
  if (total === 0) return NOT_FOUND;
  const neighbours = neighboursOf(
    month,
    months.map(({ key }) => key),
  );
  return found(
    { kind: "archive-month", month, ...neighbours, ...page, total, isFirst: after === null },
    after === null,
  );
}

async function loadGroup({ group, after }: At<"archive-group">): Promise<LoadedDocument> {
  const kind = COUNTED[group];
  const [page, totals] = await Promise.all([
    listEntries(kind, { limit: PAGE_SIZE.entries, after }),
    countEntries([kind], COUNT_READS),
  ]);
  return found(
    { kind: "archive-group", group, ...page, total: totals.get(kind) ?? 0, isFirst: after === null },
    after === null,
  );
}

async function loadList({ group, key, after }: At<"archive-list">): Promise<LoadedDocument> {
  const kind = COUNTED[group];
  const entry = await findEntry(kind, key);
  if (!entry) return NOT_FOUND;
  const isFirst = after === null;
  if (group === "publishers") {
    const page = await listArticlesOf({ publisher: key }, { limit: PAGE_SIZE.articles, after });
    return found({ kind: "archive-publisher", entry, ...page, isFirst }, isFirst);
  }
  const { items, nextCursor } = await listClaimsWith(`=${kind}:${key}`, { limit: PAGE_SIZE.claims, after });
  return found({ kind: "archive-claims", group, entry, claims: items, nextCursor, isFirst }, isFirst);
}

async function loadClaimant({ slug, after }: At<"claimant">): Promise<LoadedDocument> {
  const claimant = await findPublicClaimant(slug);
  if (!claimant) return NOT_FOUND;
  const { id, ids, names } = claimant;
  const path = claimantPath({ id, name: names[0] ?? "" });
  if (path !== claimantPathOf(slug)) return { kind: "redirect", to: path };
  const [{ items, total, nextCursor }, ratings] = await Promise.all([
    listClaimsOfClaimant(ids, { limit: PAGE_SIZE.claims, after }),
    countRatingsOfClaimant(ids),
  ]);
  const isFirst = after === null;
  return found(
    { kind: "claimant", path, claims: items, total, nextCursor, names, ratings, isFirst },
    isFirst,
  );
}

const claimantPathOf = (slug: string) => `/claimants/${encodeURIComponent(slug)}`;

/** The ids and published names of a claimant; null if nothing public names them. */
async function findPublicClaimant(slug: string) {
  const code = claimantCode(slug);
  const known = code === null ? null : await findClaimantIds(code);
  if (!known) return null;
  const names = await listPublishedNames(known.ids);
  return names.length === 0 ? null : { ...known, names };
}

async function loadSource({ id, after }: At<"source">): Promise<LoadedDocument> {
  const known = await findSourceIds(id);
  if (!known) return NOT_FOUND;
  const { items, total, nextCursor } = await listUsesOfSource(known.ids, { limit: PAGE_SIZE.claims, after });
  if (items.length === 0) return NOT_FOUND;
  if (known.id !== id) return { kind: "redirect", to: `/sources/${known.id}` };
  // Made for each request: when a source becomes confidential, nothing that is published changes, but its page has to go at once.
  return found({ kind: "source", id, uses: items, total, nextCursor, isFirst: after === null }, false);
}

async function loadSearch(input: SearchInput, findChoices: FindChoices): Promise<LoadedDocument> {
  const [choices, result] = await Promise.all([findChoices(), isSearch(input) ? search(input) : null]);
  const content: ArchiveContent = {
    kind: "search",
    input,
    choices,
    found: result?.found ?? null,
    nextCursor: result?.nextCursor ?? null,
    isFirst: input.after === "",
  };
  // There are as many searches as one can type.
  return found(content, false);
}

interface Search {
  found: SearchResult;
  nextCursor: string | null;
}

const NOTHING: Search = {
  found: { claims: [], total: 0, articles: [], articleTotal: 0, corrected: null },
  nextCursor: null,
};

const hasResults = ({ found: { total, articleTotal } }: Search) => total + articleTotal > 0;

async function search(input: SearchInput): Promise<Search> {
  const { q, rating, language, period, after } = input;
  const claimant = input.claimant === "" ? null : await findPublicClaimant(input.claimant);
  if (input.claimant !== "" && !claimant) return NOTHING;
  const filters = { rating, language, period, claimantIds: claimant?.ids ?? [] };
  const asTyped = await run(q, filters, after);
  if (hasResults(asTyped) || q === "") return asTyped;
  const corrected = await correctedQuery(q);
  if (corrected === null) return asTyped;
  const instead = await run(corrected, filters, after);
  return hasResults(instead) ? { ...instead, found: { ...instead.found, corrected } } : asTyped;
}

async function run(q: string, filters: SearchFilters, after: string): Promise<Search> {
  const query = await searchQuery(q, filters);
  if (query === null) return NOTHING;
  // Articles have no rating, and no claimant.
  const hasArticles = q !== "" && filters.rating === "" && filters.claimantIds.length === 0;
  const [claims, articles] = await Promise.all([
    searchPublicClaims(query, { limit: PAGE_SIZE.claims, after: after || null }),
    hasArticles ? searchPublicArticles(query, FOUND_ARTICLES) : { items: [], total: 0 },
  ]);
  return {
    found: {
      claims: claims.items,
      total: claims.total,
      // They are not repeated on each page.
      articles: after === "" ? articles.items : [],
      articleTotal: articles.total,
      corrected: null,
    },
    nextCursor: claims.nextCursor,
  };
}

/** What searches can be narrowed by: what has the most claims. */
export async function listChoices(): Promise<SearchChoices> {
  const all = { limit: CHOICES, after: null };
  const [ratings, claimants, languages, months] = await Promise.all([
    listEntries("rating", all),
    listEntries("claimant", all),
    listEntries("language", all),
    listMonths(),
  ]);
  return {
    ratings: ratings.entries.map(({ key, label }) => ({ key, label })),
    claimants: claimants.entries
      .map(({ key, label }) => ({ slug: claimantSlug({ id: key, name: label }), name: label }))
      .sort((one, other) => one.name.localeCompare(other.name)),
    languages: languages.entries.map(({ key }) => key),
    years: [...new Set(months.map(({ key }) => key.slice(0, 4)))],
  };
}
