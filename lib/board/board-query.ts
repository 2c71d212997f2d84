import { z } from "zod";
import { ARTICLE_STAGES } from "@/lib/review/article-transition";
import { stripUnstorableCharacters } from "@/lib/strip-unstorable";

export const SORTS = ["updated", "due", "priority", "title", "waiting"] as const;
export type Sort = (typeof SORTS)[number];

/** What people see for each order. */
export const sortLabels: Record<Sort, string> = {
  updated: "Last changed",
  due: "Due first",
  priority: "Priority",
  title: "Title",
  waiting: "Waiting longest",
};

export const DUES = ["overdue", "day", "week", "none"] as const;
export type Due = (typeof DUES)[number];

/** What people see for each choice of a due time. */
export const dueLabels: Record<Due, string> = {
  overdue: "Overdue",
  day: "Within a day",
  week: "Within a week",
  none: "No due time",
};

/** What is not understood is not asked for: an address may be old, or typed by hand. */
const schema = z.object({
  q: z
    .string()
    .transform((value) => stripUnstorableCharacters(value).trim().slice(0, 200))
    .catch(""),
  stage: z.enum(ARTICLE_STAGES).nullable().catch(null),
  /** "me", "nobody" or somebody's id. */
  lead: z
    .union([z.literal("me"), z.literal("nobody"), z.uuid()])
    .nullable()
    .catch(null),
  due: z.enum(DUES).nullable().catch(null),
  stuck: z
    .unknown()
    .optional()
    .transform((value) => value === "1"),
  /** Null for the usual one of the page. */
  sort: z.enum(SORTS).nullable().catch(null),
});

/** What is asked of the list of articles, and in which order. */
export type BoardQuery = z.output<typeof schema>;

export const EMPTY_QUERY: BoardQuery = {
  q: "",
  stage: null,
  lead: null,
  due: null,
  stuck: false,
  sort: null,
};

/** Reads what an address asks for. @param usual the order of the page where none is asked for: to ask for it is to ask for none */
export function parseBoardQuery(
  params: Readonly<Record<string, string | string[] | undefined>>,
  usual: Sort | null = null,
): BoardQuery {
  const query = schema.parse(params);
  return query.sort === usual ? { ...query, sort: null } : query;
}

/** The same from the part of an address behind its question mark. */
export function readBoardQuery(search: string): BoardQuery {
  return parseBoardQuery(Object.fromEntries(new URLSearchParams(search)));
}

/** The part of an address behind its question mark; always the same for the same query, empty for everything. */
export function formatBoardQuery({ q, stage, lead, due, stuck, sort }: BoardQuery): string {
  const params = new URLSearchParams();
  if (q) params.set("q", q);
  if (stage) params.set("stage", stage);
  if (lead) params.set("lead", lead);
  if (due) params.set("due", due);
  if (stuck) params.set("stuck", "1");
  if (sort) params.set("sort", sort);
  return params.toString();
}

/** Whether a query leaves anything out. */
export function hasFilters(query: BoardQuery): boolean {
  return formatBoardQuery({ ...query, sort: null }) !== "";
}
