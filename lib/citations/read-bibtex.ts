import { plugins } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import type { CslData } from "@/lib/sources/csl-data";
import { readDate } from "@/lib/sources/read-date";
import { ENTRY_TYPES, numberFieldOf, SUBTYPED, TEXT_FIELDS } from "./bibtex-fields";
import { cslNamesIn, dateIn } from "./csl-item";
import type { CslName } from "./csl-name";
import { withFieldsOfNote } from "./note-fields";
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
    return readFields(withFieldsOfNote({ ...item, ...supplement(entry, item ?? {}) }), name);
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
function supplement(entry: Entry, item: Record<string, unknown>): Record<string, unknown> {
  const { type, properties } = entry;
  const publisher = PUBLISHERS.map((field) => properties[field]).find((value) => typeof value === "string");
  const misc =
    type === "misc" && !properties.type && (properties.url || /http/.test(String(properties.howpublished)));
  const authors = cslNamesIn(item as CslData, "author");
  const url = typeof properties.url === "string" ? properties.url : "";
  const published = publishedOf(properties);
  const subtype = String(properties.entrysubtype ?? "");
  // As render-bibtex.ts and other programs write it.
  const cslType = [subtype, `article-${subtype}`].find((each) => SUBTYPED.has(each) && ENTRY_TYPES[each]);
  return {
    ...(published && { issued: dateIn({ published }, "published") }),
    ...unreadFields(entry, item, cslType ?? String(item.type)),
    // Citation.js reads a book with a version as software.
    ...(ENTRY_TYPES[type] === type && type === "book" && { type }),
    ...(cslType && { type: cslType, genre: textOf(properties.type) }),
    // "and others" is not a name.
    author: (isOthers(authors.at(-1)) ? authors.slice(0, -1) : authors).map(withLiteral),
    editor: cslNamesIn(item as CslData, "editor").map(withLiteral),
    translator: cslNamesIn(item as CslData, "translator").map(withLiteral),
    // Some programs escape URLs like text.
    ...(url.includes("\\") && {
      URL: url.replace(/^\s*\\url\s*\{(.*)\}\s*$/s, "$1").replace(/\\([_&%#~$])(?:\{\})?/g, "$1"),
    }),
    // Zotero exports web pages as @misc.
    ...(misc && !cslType && { type: "webpage" }),
    ...(type === "techreport" && !properties.type && { genre: undefined }),
    ...(!item["container-title"] &&
      !item.publisher &&
      publisher && { publisher: unescaped(String(publisher)) }),
  };
}

/** Fields that Citation.js reads for some types only. */
function unreadFields(
  { type: entry, properties }: Entry,
  item: Record<string, unknown>,
  type: string,
): Record<string, unknown> {
  const number = textOf(properties.number);
  const isNumberRead = ["issue", "collection-number", "number"].some((field) => item[field] === number);
  const inBook = textOf(properties.booktitle ?? properties.journaltitle ?? properties.journal);
  // A site is the container of its pages.
  const site = isOnline(entry) && !inBook ? textOf(properties.organization) : undefined;
  const found: Record<string, string | undefined> = {
    ...Object.fromEntries(TEXT_FIELDS.map(([csl, bibtex]) => [csl, textOf(properties[bibtex])])),
    ...(!isNumberRead && number && { [numberFieldOf(type)]: number }),
    "container-title": inBook ?? site,
  };
  return {
    ...Object.fromEntries(Object.entries(found).filter(([csl, value]) => value && item[csl] === undefined)),
    ...(site && !properties.publisher && { publisher: undefined }),
    ...(!site && isOnline(entry) && !item.publisher && { publisher: textOf(properties.organization) }),
  };
}

function isOnline(entry: string): boolean {
  return entry === "online" || entry === "electronic" || entry === "www";
}

/** A field as text: lists are joined. */
function textOf(value: unknown): string | undefined {
  if (value === undefined || value === null || value === "") return undefined;
  const text = Array.isArray(value) ? value.filter((each) => typeof each === "string").join(", ") : value;
  return typeof text === "string" || typeof text === "number"
    ? unescaped(String(text)) || undefined
    : undefined;
}

/** A name in braces, as BibTeX writes organisations. */
function withLiteral(name: CslName): CslName {
  return name.family && !name.given && !name["non-dropping-particle"] ? { literal: name.family } : name;
}

/**
 * When a work was published: from `date` (the beginning of a range; without the "?" and "~" of uncertain dates), or from `year`, `month`
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

const COMMANDS: Record<string, string> = {
  textbackslash: "\\",
  textbraceleft: "{",
  textbraceright: "}",
  textasciitilde: "~",
  textasciicircum: "^",
};

/** Text without the escapes and braces of TeX, where Citation.js leaves them. */
function unescaped(text: string): string {
  return text.replace(
    /\\(text\w{5,14})(?:\{\})?|\\([&%$#_{}])|[{}]/g,
    (written, command?: string, char?: string) => (command ? (COMMANDS[command] ?? written) : (char ?? "")),
  );
}

/** Turns the parser's error into a message. */
function reason(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  if (/got EOF/.test(message)) return "a closing brace is missing. Export it again, or fix it.";
  const line = /at line (\d+)/.exec(message)?.[1];
  return `a comma or a brace is missing${line ? ` near line ${line} of the entry` : ""}. Export it again, or fix it.`;
}
