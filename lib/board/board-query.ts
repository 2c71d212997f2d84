import { z } from "zod";
import { ARTICLE_PURPOSES } from "@/lib/claims/article-purpose";
import { ARTICLE_STAGES } from "@/lib/review/article-transition";
import { stripUnstorableCharacters } from "@/lib/strip-unstorable";
import { words } from "@/lib/words/words";

const t = words("board");

export const SORTS = ["updated", "due", "priority", "title", "waiting"] as const;
export type Sort = (typeof SORTS)[number];

export const sortLabels: Record<Sort, string> = {
  updated: t("sort.updated"),
  due: t("sort.due"),
  priority: t("sort.priority"),
  title: t("sort.title"),
  waiting: t("sort.waiting"),
};

export const DUES = ["overdue", "day", "week", "none"] as const;
export type Due = (typeof DUES)[number];

export const dueLabels: Record<Due, string> = {
  overdue: t("due.overdue"),
  day: t("due.day"),
  week: t("due.week"),
  none: t("due.none"),
};

/** Values it does not know are ignored: an address can be old, or typed by hand. */
const schema = z.object({
  q: z
    .string()
    .transform((value) => stripUnstorableCharacters(value).trim().slice(0, 200))
    .catch(""),
  stage: z.enum(ARTICLE_STAGES).nullable().catch(null),
  /** "me", "nobody" or a person's id. */
  lead: z
    .union([z.literal("me"), z.literal("nobody"), z.uuid()])
    .nullable()
    .catch(null),
  purpose: z.enum(ARTICLE_PURPOSES).nullable().catch(null),
  due: z.enum(DUES).nullable().catch(null),
  stuck: z
    .unknown()
    .optional()
    .transform((value) => value === "1"),
  /** Only articles that readers see and that have claims open again. */
  reopened: z
    .unknown()
    .optional()
    .transform((value) => value === "1"),
  /** Null for the page's default order. */
  sort: z.enum(SORTS).nullable().catch(null),
});

/** Filters and order of the list of articles. */
export type BoardQuery = z.output<typeof schema>;

export const EMPTY_QUERY: BoardQuery = {
  q: "",
  stage: null,
  lead: null,
  purpose: null,
  due: null,
  stuck: false,
  reopened: false,
  sort: null,
};

/**
 * Reads a query from the parameters of an address.
 * @param defaultSort the page's default order; the query has null for it, so that each query has one canonical address
 */
export function parseBoardQuery(
  params: Readonly<Record<string, string | string[] | undefined>>,
  defaultSort: Sort | null = null,
): BoardQuery {
  const query = schema.parse(params);
  return query.sort === defaultSort ? { ...query, sort: null } : query;
}

/** The same for the search part of an address, without its question mark. */
export function readBoardQuery(search: string): BoardQuery {
  return parseBoardQuery(Object.fromEntries(new URLSearchParams(search)));
}

/** The search part of an address, without its question mark: always the same for equal queries, empty for all articles. */
export function formatBoardQuery(query: BoardQuery): string {
  const { q, stage, lead, purpose, due, stuck, reopened, sort } = query;
  const params = new URLSearchParams();
  if (q) params.set("q", q);
  if (stage) params.set("stage", stage);
  if (lead) params.set("lead", lead);
  if (purpose) params.set("purpose", purpose);
  if (due) params.set("due", due);
  if (stuck) params.set("stuck", "1");
  if (reopened) params.set("reopened", "1");
  if (sort) params.set("sort", sort);
  return params.toString();
}

/** How many filters of a query can exclude articles. Its order is none of them. */
export function countFilters(query: BoardQuery): number {
  return new URLSearchParams(formatBoardQuery({ ...query, sort: null })).size;
}

/** Whether a query can exclude articles. */
export function hasFilters(query: BoardQuery): boolean {
  return countFilters(query) > 0;
}
