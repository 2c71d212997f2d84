import { plugins } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
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
    const [item] = chain<Record<string, unknown>>([entry], "@biblatex/entries+list");
    return readFields({ ...item, ...supplement(entry, item ?? {}) }, name);
  } catch (cause) {
    return unread(name, `This entry can't be read: ${reason(cause)}`);
  }
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
  return {
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
