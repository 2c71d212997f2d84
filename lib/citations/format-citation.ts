import { plugins } from "@citation-js/core";
import "@citation-js/plugin-csl";
import {
  CITATION_STYLES,
  type CitationRun,
  type CitationStyle,
  type FormattedCitation,
} from "./citation-styles";
import { type CitedWork, type CslItem, type CslName, cslItemOf } from "./csl-item";
import { chicagoAuthorDate } from "./styles/chicago-author-date";
import { modernLanguageAssociation } from "./styles/modern-language-association";

const { styles } = plugins.config.get("@csl");
styles.add("chicago", chicagoAuthorDate);
styles.add("mla", modernLanguageAssociation);

/**
 * One work as an entry of a bibliography, in English words.
 * @param accessedOn ISO 8601 day; a style shows it where its rules ask for it
 */
export function formatCitation(
  work: CitedWork,
  style: CitationStyle,
  { accessedOn = null }: { accessedOn?: string | null } = {},
): FormattedCitation {
  const item = asPlainText(forBibliography(cslItemOf(work, { id: "work", accessedOn })));
  // Two words in APA's own examples, one in its style file.
  if (style === "apa" && item.type === "dataset") item.genre = "Data set";
  const drawn = (each: CslItem) =>
    runsOf(plugins.output.format("bibliography", [each], { template: style, format: "html", lang: "en-US" }));
  let runs = drawn(item);
  // APA lists no interview that nobody can look up. A desk has to say all the same whom it asked and when.
  if (runs.length === 0) runs = drawn({ ...item, type: "document" });
  return {
    runs,
    text: runs.map(({ text }) => text).join(""),
    html: runs.map(({ text, italic }) => (italic ? `<i>${escaped(text)}</i>` : escaped(text))).join(""),
  };
}

/** One work in every style. */
export function formatCitations(
  work: CitedWork,
  options: { accessedOn?: string | null } = {},
): Record<CitationStyle, FormattedCitation> {
  const each = CITATION_STYLES.map((style) => [style, formatCitation(work, style, options)] as const);
  return Object.fromEntries(each) as Record<CitationStyle, FormattedCitation>;
}

/**
 * A body that published what it wrote is named once. Bodies go as family names: between persons and `literal` names the
 * processor leaves out the comma that all three styles ask for.
 */
function forBibliography(item: CslItem): CslItem {
  const { author = [], note: _, ...rest } = item;
  const names = author.map((name): CslName => (name.literal ? { family: name.literal } : name));
  const [only, ...others] = author;
  if (only?.literal && others.length === 0) {
    if (rest.publisher === only.literal) delete rest.publisher;
    if (rest["container-title"] === only.literal) delete rest["container-title"];
  }
  return names.length > 0 ? { ...rest, author: names } : rest;
}

/** Stands for "<" in the processor, which would read markup in a title otherwise. Private use; nobody writes it. */
const LESS = "\uE03C";

function asPlainText(item: CslItem): CslItem {
  return JSON.parse(JSON.stringify(item).replaceAll(LESS, "").replaceAll("<", LESS));
}

function runsOf(html: string): CitationRun[] {
  const runs: CitationRun[] = [];
  let italic = 0;
  for (const part of html.split(/(<[^>]*>)/)) {
    if (part.startsWith("<")) {
      if (/^<i\b/.test(part)) italic++;
      else if (part === "</i>") italic--;
      continue;
    }
    const text = decoded(part).replace(/\s+/g, " ");
    const last = runs.at(-1);
    if (last && last.italic === italic > 0) last.text += text;
    else if (text !== "") runs.push({ text, italic: italic > 0 });
  }
  // APA asks for "Retrieved …, from" where a work has no date; without the day that it was retrieved, that says nothing.
  const whole = runs.map((run) => ({ ...run, text: run.text.replace(/Retrieved (?=https?:)/, "") }));
  const first = whole[0];
  const end = whole.at(-1);
  if (first) first.text = first.text.trimStart();
  if (end) end.text = end.text.trimEnd();
  return whole.filter(({ text }) => text !== "");
}

const NAMED: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: "\u00A0" };

function decoded(html: string): string {
  return html
    .replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name) =>
      decimal
        ? String.fromCodePoint(Number(decimal))
        : hex
          ? String.fromCodePoint(Number.parseInt(hex, 16))
          : (NAMED[name] ?? whole),
    )
    .replaceAll(LESS, "<");
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
}
