import { type CslItem, type CslName, type CslType, isoOf } from "./csl-item";

/** Entry type and publisher field of each type. Types that BibTeX lacks are those of BibLaTeX. */
const ENTRIES: Record<CslType, { entry: string; publisher: string }> = {
  webpage: { entry: "online", publisher: "organization" },
  "article-newspaper": { entry: "article", publisher: "journal" },
  "article-journal": { entry: "article", publisher: "journal" },
  report: { entry: "techreport", publisher: "institution" },
  dataset: { entry: "dataset", publisher: "publisher" },
  legislation: { entry: "legislation", publisher: "publisher" },
  interview: { entry: "misc", publisher: "publisher" },
  post: { entry: "misc", publisher: "publisher" },
  document: { entry: "misc", publisher: "publisher" },
};

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/**
 * Renders items as BibTeX in UTF-8. Not by Citation.js, which drops every letter without a TeX command: names and titles in Arabic or
 * Chinese would be empty.
 */
export function renderBibtex(items: readonly CslItem[]): string {
  const keys = keysOf(items);
  return items.map((item, index) => entryOf(item, keys[index] ?? item.id)).join("\n");
}

function entryOf(item: CslItem, key: string): string {
  const { entry, publisher } = ENTRIES[item.type];
  const [year, month] = item.issued?.["date-parts"][0] ?? [];
  const fields: [string, string | undefined][] = [
    ["author", item.author?.map(formatAuthor).join(" and ")],
    // Double braces keep styles from changing the capitals.
    ["title", `{${escaped(item.title)}}`],
    [publisher, textOf(item["container-title"] ?? item.publisher)],
    ["type", textOf(item.genre ?? (item.type === "document" ? "Document" : undefined))],
    ["date", item.issued && isoOf(item.issued)],
    ["year", year?.toString()],
    ["language", textOf(item.language)],
    ["doi", addressOf(item.DOI)],
    ["url", addressOf(item.URL)],
    ["urldate", item.accessed && isoOf(item.accessed)],
    ["note", textOf(item.note)],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}},\n`] : []));
  const monthLine = month ? [`  month = ${MONTHS[month - 1]},\n`] : [];
  return `@${entry}{${key},\n${[...lines, ...monthLine].join("")}}\n`;
}

/** An organisation gets braces so that it isn't split; a suffix comes before the given name. */
function formatAuthor({ family, given, suffix, literal }: CslName): string {
  if (family === undefined || !given) return `{${escaped(literal ?? family ?? "")}}`;
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
  return text.replace(/\s+/g, " ").replace(/[\\{}~^&%$#_]/g, (char) => SPECIAL[char] ?? `\\${char}`);
}

function textOf(text: string | undefined): string | undefined {
  return text && escaped(text);
}

/** URLs are read verbatim, so characters that would end the field are percent-encoded. */
function addressOf(text: string | undefined): string | undefined {
  return text?.replace(/[\s\\{}]/g, (char) => encodeURIComponent(char));
}

/** Unique citation keys such as "aziz2024harvest". */
function keysOf(items: readonly CslItem[]): string[] {
  const taken = new Set<string>();
  return items.map((item) => {
    const word = (text: string | undefined) =>
      (text ?? "")
        .normalize("NFKD")
        .replace(/\p{M}/gu, "")
        .toLowerCase()
        .match(/[a-z0-9]{3,}/)?.[0] ?? "";
    const [first] = item.author ?? [];
    const base =
      `${word(first?.family ?? first?.literal)}${item.issued?.["date-parts"][0][0] ?? ""}${word(item.title)}` ||
      "source";
    let key = base;
    for (let number = 2; taken.has(key); number++) key = `${base}-${number}`;
    taken.add(key);
    return key;
  });
}
