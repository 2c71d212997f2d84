import { plugins } from "@citation-js/core";
import "@citation-js/plugin-csl";
import { bibliographyItem } from "./bibliography-item";
import {
  CITATION_STYLES,
  type CitationRun,
  type CitationStyle,
  type FormattedCitation,
} from "./citation-styles";
import type { CitedWork, CslItem } from "./csl-item";
import { cslItemOf } from "./csl-item-of";
import { chicagoAuthorDate } from "./styles/chicago-author-date";
import { modernLanguageAssociation } from "./styles/modern-language-association";

const { styles } = plugins.config.get("@csl");
styles.add("chicago", chicagoAuthorDate);
styles.add("mla", modernLanguageAssociation);

/**
 * Formats a work as a bibliography entry in English.
 * @param accessedOn ISO 8601 day; shown only where the style requires it
 */
export function formatCitation(
  work: CitedWork,
  style: CitationStyle,
  { accessedOn = null }: { accessedOn?: string | null } = {},
): FormattedCitation {
  const item = asPlainText(bibliographyItem(cslItemOf(work, { id: "work", accessedOn })));
  // "Data set" in APA's own examples, "Dataset" in its CSL style.
  if (style === "apa" && item.type === "dataset") item.genre = "Data set";
  const format = (each: CslItem) =>
    runsOf(plugins.output.format("bibliography", [each], { template: style, format: "html", lang: "en-US" }));
  let runs = format(item);
  // APA omits unpublished interviews, but a fact-check has to say who was interviewed and when.
  if (runs.length === 0) runs = format({ ...item, type: "document" });
  return {
    runs,
    text: runs.map(({ text }) => text).join(""),
    html: runs.map(({ text, italic }) => (italic ? `<i>${escaped(text)}</i>` : escaped(text))).join(""),
  };
}

/** Formats a work in every style. */
export function formatCitations(
  work: CitedWork,
  options: { accessedOn?: string | null } = {},
): Record<CitationStyle, FormattedCitation> {
  const each = CITATION_STYLES.map((style) => [style, formatCitation(work, style, options)] as const);
  return Object.fromEntries(each) as Record<CitationStyle, FormattedCitation>;
}

/** Replaces "<", which the processor would parse as markup in a title. A private-use character that no real text contains. */
const ESCAPED_LESS_THAN = "\uE03C";

function asPlainText(item: CslItem): CslItem {
  return JSON.parse(
    JSON.stringify(item).replaceAll(ESCAPED_LESS_THAN, "").replaceAll("<", ESCAPED_LESS_THAN),
  );
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
  // For undated works APA adds "Retrieved …, from", which is left incomplete without an access date.
  const completed = runs.map((run) => ({ ...run, text: run.text.replace(/Retrieved (?=https?:)/, "") }));
  const first = completed[0];
  const end = completed.at(-1);
  if (first) first.text = first.text.trimStart();
  if (end) end.text = end.text.trimEnd();
  return completed.filter(({ text }) => text !== "");
}

const NAMED_ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: "\u00A0" };

function decoded(html: string): string {
  return html
    .replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (entity, decimal, hex, name) =>
      decimal
        ? String.fromCodePoint(Number(decimal))
        : hex
          ? String.fromCodePoint(Number.parseInt(hex, 16))
          : (NAMED_ENTITIES[name] ?? entity),
    )
    .replaceAll(ESCAPED_LESS_THAN, "<");
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
}
