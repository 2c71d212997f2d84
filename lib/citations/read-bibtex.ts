import { plugins } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import { readDate } from "@/lib/sources/read-date";
import { type ReadCitation, readFields, unread } from "./read-fields";

interface Entry {
  type: string;
  label: string;
  properties: Record<string, unknown>;
}

/** Publisher fields to fall back to, in order. */
const PUBLISHERS = [
  "journal",
  "journaltitle",
  "website",
  "organization",
  "institution",
  "publisher",
  "booktitle",
];

/**
 * Parses BibTeX or BibLaTeX. Each entry is parsed on its own, so that an invalid one doesn't affect the others.
 * @returns the entries, without `@string`, `@comment` and `@preamble`
 */
export function readBibtex(text: string): ReadCitation[] {
  const starts = [...text.matchAll(/^[ \t]*@\s*(\w+)\s*[{(]/gm)];
  const pieces = starts.map(({ index, 1: type = "" }, number) => ({
    type: type.toLowerCase(),
    text: text.slice(index, starts[number + 1]?.index).trim(),
  }));
  const strings = pieces.filter(({ type }) => type === "string").map((piece) => piece.text);
  const entries = pieces.filter(({ type }) => !["string", "comment", "preamble"].includes(type));
  return entries.map((piece, index) => readEntry(piece.text, strings, index + 1));
}

function readEntry(text: string, strings: readonly string[], number: number): ReadCitation {
  const key = /^@\s*\w+\s*[{(]\s*([^,\s{}"=]+)\s*,/.exec(text)?.[1];
  const name = key ? `Entry ${number} (${key})` : `Entry ${number}`;
  try {
    const [entry] = chain<Entry>([...strings, text].join("\n"), "@biblatex/text", "@biblatex/entries+list");
    if (!entry) return unread(name, "This entry is empty. Remove it, or export it again.");
    const [item] = chain<Record<string, unknown>>([withoutDates(entry)], "@biblatex/entries+list");
    return readFields({ ...item, ...supplement(entry, item ?? {}) }, name);
  } catch (cause) {
    return unread(name, `This entry can't be read: ${reason(cause)}`);
  }
}

/** An entry without its dates: Citation.js refuses those it does not know, such as a range without a beginning. */
function withoutDates(entry: Entry): Entry {
  const { date, year, month, day, ...properties } = entry.properties;
  return { ...entry, properties };
}

function chain<T>(data: unknown, forceType: string, target?: string): T[] {
  // Always set the type: otherwise Citation.js could guess that a text is an address, and fetch it.
  return plugins.input.chain(data, { generateGraph: false, forceType, ...(target && { target }) }) as T[];
}

/** Corrects what Citation.js ignores or gets wrong. */
function supplement({ type, properties }: Entry, item: Record<string, unknown>): Record<string, unknown> {
  const publisher = PUBLISHERS.map((field) => properties[field]).find((value) => typeof value === "string");
  const misc =
    type === "misc" && !properties.type && (properties.url || /http/.test(String(properties.howpublished)));
  const authors = Array.isArray(item.author) ? item.author : [];
  const url = typeof properties.url === "string" ? properties.url : "";
  const published = publishedOf(properties);
  return {
    ...(published && { issued: { raw: published } }),
    // "and others" is not a name.
    ...(isOthers(authors.at(-1)) && { author: authors.slice(0, -1) }),
    // Some programs escape URLs like text.
    ...(url.includes("\\") && {
      URL: url.replace(/^\s*\\url\s*\{(.*)\}\s*$/s, "$1").replace(/\\([_&%#~$])(?:\{\})?/g, "$1"),
    }),
    // Zotero exports web pages as @misc.
    ...(misc && { type: "webpage" }),
    ...(type === "techreport" && !properties.type && { genre: undefined }),
    ...(!item["container-title"] &&
      !item.publisher &&
      publisher && { publisher: unescaped(String(publisher)) }),
  };
}

/**
 * When a work was published: from `date` (of a range, its beginning; without "?" and "~" of dates that are not sure), or from `year`, `month`
 * and `day`, in words or numbers.
 * @returns ISO 8601 day, month or year; null if there is none
 */
function publishedOf(properties: Record<string, unknown>): string | null {
  const field = (name: string) => {
    const value = [properties[name]].flat()[0];
    return typeof value === "string" || typeof value === "number"
      ? unescaped(String(value)).replaceAll("~", " ").trim()
      : "";
  };
  const language = field("langid") || field("language");
  const start = field("date").split("/").find(Boolean)?.replace(/[?%]/g, "").trim();
  const dated = start ? readDate(start, language) : null;
  if (dated) return dated;
  const [year, month, day] = [field("year"), field("month"), field("day")];
  if (!month) return readDate(year, language);
  // The names of months without quotation marks are numbers here: may # "~7" is "05 7".
  const numbers = /^(\d{1,2}) (\d{1,2})$/.exec(month)?.slice(1) ?? [];
  const named = numbers.find(
    (_, index) => Number(numbers[1 - index]) > 12 || numbers[1 - index]?.length === 1,
  );
  if (named)
    return readDate([year, named, ...numbers.filter((number) => number !== named)].join("-"), language);
  if (numbers.length > 0) return readDate(year, language);
  if (/^\d{1,2}$/.test(month)) return readDate([year, month, day].filter(Boolean).join("-"), language);
  return readDate(`${/\d/.test(month) ? "" : day} ${month} ${year}`, language) ?? readDate(year, language);
}

function isOthers(name: unknown): boolean {
  const { family, given, literal } = Object(name);
  return (family ?? literal) === "others" && !given;
}

function unescaped(text: string): string {
  return text.replace(/\\([&%$#_{}])/g, "$1").replace(/[{}]/g, "");
}

/** Turns the parser's error into a message. */
function reason(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  if (/got EOF/.test(message)) return "a closing brace is missing. Export it again, or fix it.";
  const line = /at line (\d+)/.exec(message)?.[1];
  return `a comma or a brace is missing${line ? ` near line ${line} of the entry` : ""}. Export it again, or fix it.`;
}
