import { plugins } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import { type ReadCitation, readFields, unread } from "./read-fields";

interface Entry {
  type: string;
  label: string;
  properties: Record<string, unknown>;
}

/** Fields that say who published it, for entries whose type has another. */
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
 * The entries of BibTeX or BibLaTeX. Each is read by itself, so that one that is broken does not take the others along.
 * @returns nothing for `@string`, `@comment` and `@preamble`
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
    if (!entry) return unread(name, "This entry holds nothing. Leave it out, or export it again.");
    const [item] = chain<Record<string, unknown>>([entry], "@biblatex/entries+list");
    return readFields({ ...item, ...supplement(entry, item ?? {}) }, name);
  } catch (cause) {
    return unread(name, `This entry cannot be read: ${reason(cause)}`);
  }
}

function chain<T>(data: unknown, forceType: string, target?: string): T[] {
  // The type is always given: Citation.js must never guess that a text is something to be fetched.
  return plugins.input.chain(data, { generateGraph: false, forceType, ...(target && { target }) }) as T[];
}

/** What Citation.js leaves aside. */
function supplement({ type, properties }: Entry, item: Record<string, unknown>): Record<string, unknown> {
  const publisher = PUBLISHERS.map((field) => properties[field]).find((value) => typeof value === "string");
  const misc =
    type === "misc" && !properties.type && (properties.url || /http/.test(String(properties.howpublished)));
  const authors = Array.isArray(item.author) ? item.author : [];
  const url = typeof properties.url === "string" ? properties.url : "";
  return {
    // "and others" is no name.
    ...(isOthers(authors.at(-1)) && { author: authors.slice(0, -1) }),
    // Some write addresses as they write text.
    ...(url.includes("\\") && {
      URL: url.replace(/^\s*\\url\s*\{(.*)\}\s*$/s, "$1").replace(/\\([_&%#~$])(?:\{\})?/g, "$1"),
    }),
    // Zotero writes web pages as @misc.
    ...(misc && { type: "webpage" }),
    ...(type === "techreport" && !properties.type && { genre: undefined }),
    ...(!item["container-title"] &&
      !item.publisher &&
      publisher && { publisher: unescaped(String(publisher)) }),
  };
}

function isOthers(name: unknown): boolean {
  const { family, given, literal } = Object(name);
  return (family ?? literal) === "others" && !given;
}

function unescaped(text: string): string {
  return text.replace(/\\([&%$#_{}])/g, "$1").replace(/[{}]/g, "");
}

/** "a comma or a brace is missing near …", of what the parser says. */
function reason(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  if (/got EOF/.test(message)) return "a closing brace is missing. Export it again, or mend it.";
  const line = /at line (\d+)/.exec(message)?.[1];
  return `a comma or a brace is missing${line ? ` near its line ${line}` : ""}. Export it again, or mend it.`;
}
