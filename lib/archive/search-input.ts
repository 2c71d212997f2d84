import { stripUnstorableCharacters } from "../strip-unstorable";
import { isPeriod } from "./archive-month";
import { readCursor, writeCursor } from "./list-point";

/** What a reader searches for. Empty texts stand for no filter. */
export interface SearchInput {
  /** As typed, without what cannot be searched for. */
  q: string;
  /** Key of a rating. */
  rating: string;
  /** Slug of a claimant. */
  claimant: string;
  /** BCP 47, of the article. */
  language: string;
  /** "2026" or "2026-11", in UTC. */
  period: string;
  /** Cursor; empty for the first page. */
  after: string;
}

/** Longer queries are cut: nobody reads a result for them, and each word costs time. */
export const MAX_QUERY = 200;
/** Words of a query that count. */
const MAX_WORDS = 12;
/** Longer filters name nothing. */
const MAX_FILTER = 120;

/** Reads the parameters of a search. What is invalid counts as missing. @param parameter null if it is missing */
export function readSearchInput(parameter: (name: string) => string | null): SearchInput {
  const filter = (name: string) => {
    const value = stripUnstorableCharacters(parameter(name) ?? "").trim();
    return value.length > MAX_FILTER ? "" : value;
  };
  const period = filter("period");
  const cursor = readCursor(parameter("after"));
  return {
    q: readQuery(parameter("q") ?? ""),
    rating: filter("rating"),
    claimant: filter("claimant"),
    language: filter("language"),
    period: isPeriod(period) ? period : "",
    after: cursor ? writeCursor(cursor) : "",
  };
}

function readQuery(text: string): string {
  // Cut before anything looks at it: it can be as long as an address.
  const start = stripUnstorableCharacters(text.slice(0, 4 * MAX_QUERY))
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, " ")
    .trim();
  const words = [...start].slice(0, MAX_QUERY).join("").split(" ");
  return words.slice(0, MAX_WORDS).join(" ");
}

/** The address of a search: only with what is set, so that equal searches have one address. */
export function searchPath(input: Partial<SearchInput>): string {
  const parameters = new URLSearchParams();
  for (const name of ["q", "rating", "claimant", "language", "period", "after"] as const)
    if (input[name]) parameters.set(name, input[name]);
  const query = parameters.toString();
  return query === "" ? "/search" : `/search?${query}`;
}

/** Whether anything is searched for. */
export const isSearch = ({ q, rating, claimant, language, period }: SearchInput): boolean =>
  [q, rating, claimant, language, period].some(Boolean);
