import { isMonth } from "@/lib/archive/archive-month";
import { ARCHIVE_GROUPS, type ArchiveGroup } from "@/lib/archive/public-claim";
import { readSearchInput, type SearchInput } from "@/lib/archive/search-input";

/** The archive, its lists, the pages of claimants and sources, and the search. */
export type ArchiveAddress =
  | { kind: "archive" }
  | { kind: "archive-month"; month: string; after: string | null }
  | { kind: "archive-group"; group: ArchiveGroup; after: string | null }
  /** Of one topic, publisher or rating. Claimants have pages of their own. */
  | { kind: "archive-list"; group: Exclude<ArchiveGroup, "claimants">; key: string; after: string | null }
  | { kind: "claimant"; slug: string; after: string | null }
  | { kind: "source"; id: string; after: string | null }
  | { kind: "search"; input: SearchInput };

const KINDS: ReadonlySet<string> = new Set<ArchiveAddress["kind"]>([
  "archive",
  "archive-month",
  "archive-group",
  "archive-list",
  "claimant",
  "source",
  "search",
]);

export function isArchiveAddress(address: ArchiveAddress | { kind: string }): address is ArchiveAddress {
  return KINDS.has(address.kind);
}

/** Longer names are of nothing. */
const MAX_KEY = 200;

/** The page that a path names; null if it names none. @param parameter of the query; null if it is missing or empty */
export function readArchiveAddress(
  path: string,
  parameter: (name: string) => string | null,
): ArchiveAddress | null {
  if (path === "/search") return { kind: "search", input: readSearchInput(parameter) };
  const [, first, ...encoded] = path.split("/", 6);
  if (first !== "archive" && first !== "claimants" && first !== "sources") return null;
  const [second, third, ...rest] = encoded.map(decode);
  if (rest.length > 0 || second === null || third === null) return null;
  const after = parameter("after");
  if (first === "archive") return archiveAddress(second, third, after);
  if (!second || third !== undefined) return null;
  return first === "claimants"
    ? { kind: "claimant", slug: second, after }
    : { kind: "source", id: second, after };
}

function archiveAddress(
  part: string | undefined,
  key: string | undefined,
  after: string | null,
): ArchiveAddress | null {
  if (part === undefined) return { kind: "archive" };
  if (isMonth(part)) return key === undefined ? { kind: "archive-month", month: part, after } : null;
  const group = ARCHIVE_GROUPS.find((each) => each === part);
  if (!group) return null;
  if (key === undefined) return { kind: "archive-group", group, after };
  return group === "claimants" || key === "" ? null : { kind: "archive-list", group, key, after };
}

/** A part of a path; null for what Postgres can't store or what is too long. */
function decode(part: string): string | null {
  try {
    const text = decodeURIComponent(part);
    return text.length > MAX_KEY || text.includes("\0") ? null : text;
  } catch {
    return null;
  }
}
