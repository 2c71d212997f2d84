import {
  DATE_FIELDS,
  ENTRY_TYPES,
  NAME_FIELDS,
  numberFieldOf,
  PUBLISHER_FIELDS,
  SUBTYPED,
  TEXT_FIELDS,
} from "./bibtex-fields";
import { type CslItem, cslNamesIn, dateIn, isoOf, textIn, withoutCslMarkup } from "./csl-item";
import type { CslName } from "./csl-name";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/**
 * Renders items as BibTeX in UTF-8. Not by Citation.js, which drops every letter without a TeX command: names and titles in Arabic or
 * Chinese would be empty. Types that BibTeX lacks are those of BibLaTeX.
 */
export function renderBibtex(items: readonly CslItem[]): string {
  const keys = keysOf(items);
  return items.map((item, index) => entryOf(item, keys[index] ?? String(item.id))).join("\n");
}

type Field = [name: string, value: string | undefined];

function entryOf(item: CslItem, key: string): string {
  const entry = ENTRY_TYPES[item.type] ?? "misc";
  const issued = dateIn(item, "issued");
  const accessed = dateIn(item, "accessed");
  const [year, month] = issued?.["date-parts"][0] ?? [];
  const text = (field: string) => textOf(textIn(item, field));
  const names = (field: string) => cslNamesIn(item, field).map(formatAuthor).join(" and ");
  const number = numberFieldOf(item.type);
  const fields: Field[] = [
    ["author", names("author")],
    // Double braces keep styles from changing the capitals.
    ["title", `{${textOf(textIn(item, "title")) ?? ""}}`],
    ...containerFields(item, entry),
    // BibLaTeX itself names "magazine" and "newspaper".
    ["entrysubtype", SUBTYPED.has(item.type) ? item.type.replace(/^article-/, "") : undefined],
    ["type", textOf(textIn(item, "genre") ?? (item.type === "document" ? "Document" : undefined))],
    ...NAME_FIELDS.map(([csl, bibtex]): Field => [bibtex, names(csl)]),
    ["number", text(number)],
    ...TEXT_FIELDS.map(([csl, bibtex]): Field => [bibtex, csl === number ? undefined : text(csl)]),
    ["date", issued && isoOf(issued)],
    ["year", year?.toString()],
    ...DATE_FIELDS.map(([csl, bibtex]): Field => {
      const date = dateIn(item, csl);
      return [bibtex, date && isoOf(date)];
    }),
    ["language", text("language")],
    ["doi", addressOf(textIn(item, "DOI"))],
    ["url", addressOf(textIn(item, "URL"))],
    ["urldate", accessed && isoOf(accessed)],
    ["note", text("note")],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}},\n`] : []));
  const monthLine = month ? [`  month = ${MONTHS[month - 1]},\n`] : [];
  return `@${entry}{${key},\n${[...lines, ...monthLine].join("")}}\n`;
}

/** The journal or book, and the publisher. */
function containerFields(item: CslItem, entry: string): Field[] {
  const container = textOf(textIn(item, "container-title"));
  const publisher = textOf(textIn(item, "publisher"));
  const publisherField = PUBLISHER_FIELDS[entry] ?? "publisher";
  // A site is named as the organisation behind its pages.
  if (entry === "online" && !publisher) return [["organization", container]];
  const isInBook = entry.startsWith("in") || entry === "review";
  return [
    [entry === "article" || !isInBook ? "journal" : "booktitle", container],
    [publisherField, publisher],
  ];
}

/** An organisation gets braces so that it isn't split; a suffix comes before the given name. */
function formatAuthor(name: CslName): string {
  const { given, suffix, literal } = name;
  const particles = [name["dropping-particle"], name["non-dropping-particle"]].filter(Boolean);
  const family = name.family && [...particles, name.family].join(" ");
  if (!family || !given) return `{${escaped(literal ?? family ?? given ?? "")}}`;
  const parts = [family, suffix, given].flatMap((part) => (part ? [escaped(part)] : []));
  return parts.join(", ").replace(/\band\b/g, "{and}");
}

const SPECIAL: Record<string, string> = {
  "\\": "\\textbackslash{}",
  "{": "\\textbraceleft{}",
  "}": "\\textbraceright{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

function escaped(text: string): string {
  return withoutCslMarkup(text).replace(/[\\{}~^&%$#_]/g, (char) => SPECIAL[char] ?? `\\${char}`);
}

function textOf(text: string | undefined): string | undefined {
  return text && escaped(text);
}

/** URLs are read verbatim, so characters that would end the field are percent-encoded. */
function addressOf(text: string | undefined): string | undefined {
  return text?.replace(/[\s\\{}]/g, (char) => encodeURIComponent(char));
}

/** Unique citation keys: those of the items, or such as "aziz2024harvest". */
function keysOf(items: readonly CslItem[]): string[] {
  const taken = new Set<string>();
  return items.map((item) => {
    const base = ownKeyOf(item) ?? madeKeyOf(item);
    let key = base;
    for (let number = 2; taken.has(key); number++) key = `${base}-${number}`;
    taken.add(key);
    return key;
  });
}

/** The key that people already cite a work by. */
function ownKeyOf(item: CslItem): string | null {
  const key = textIn(item, "citation-key") ?? "";
  return /^[\w:.+/-]{1,100}$/.test(key) ? key : null;
}

function madeKeyOf(item: CslItem): string {
  const word = (text: string | undefined) =>
    (text ?? "")
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .match(/[a-z0-9]{3,}/)?.[0] ?? "";
  const [first] = cslNamesIn(item, "author");
  const year = dateIn(item, "issued")?.["date-parts"][0][0] ?? "";
  return `${word(first?.family ?? first?.literal)}${year}${word(textIn(item, "title"))}` || "source";
}
