import type { CslData } from "@/lib/sources/csl-data";
import { type CslItem, cslNamesIn, dateIn, isoOf, textIn, withoutCslMarkup } from "./csl-item";
import { formatName, parseCslName } from "./csl-name";

/** The line in a note before the fields that a format has no field for, each as "name: value". */
const HEADING = "Further fields (CSL):";
/** Separates fields in a note of one line. */
export const SIGN = " ¶ ";
/** Fields that stay out: a note cannot hold itself, and the others are written by every format. */
const OUTSIDE = new Set(["id", "note", "citation-key", "title", "DOI", "URL", "keyword", "abstract"]);

/**
 * Adds to an item's note what is lost on the way through a format, so that an import has it again.
 * @param back the item as it is read from that format; undefined if it is not
 * @param separator what separates the fields: a new line, or SIGN in formats whose texts have one line
 */
export function withLostInNote(item: CslItem, back: CslData | undefined, separator: string): CslItem {
  if (!back) return item;
  const lines = Object.keys(item).flatMap((field) => {
    if (OUTSIDE.has(field)) return [];
    const values = valuesOf(item, field);
    return values.join("\n") === valuesOf(back, field).join("\n")
      ? []
      : values.map((value) => `${field}: ${value}`);
  });
  if (lines.length === 0) return item;
  return {
    ...item,
    note: [textIn(item, "note"), [HEADING, ...lines].join(separator)].filter(Boolean).join("\n"),
  };
}

/** Reads the fields in an item's note back into the item. Other notes stay as they are. */
export function withFieldsOfNote(item: Record<string, unknown>): Record<string, unknown> {
  const note = typeof item.note === "string" ? item.note : "";
  const start = note.lastIndexOf(HEADING);
  if (start < 0) return item;
  const fields = new Map<string, string[]>();
  for (const line of note
    .slice(start + HEADING.length)
    .trim()
    .replace(/^¶\s/, "")
    .split(/\n|\s¶\s/)) {
    const [, field, value] = /^([A-Za-z][\w-]{1,40}): (\S.*)$/.exec(line) ?? [];
    // Something else was written below: the whole note is one.
    if (!field || !value || OUTSIDE.has(field)) return item;
    fields.set(field, [...(fields.get(field) ?? []), value]);
  }
  const read = [...fields].map(([field, values]) => [field, fieldValue(field, values)]);
  return { ...item, ...Object.fromEntries(read), note: note.slice(0, start).trim() || undefined };
}

const DATES = /(?:^|-)date$|^(?:issued|accessed|submitted)$/;
const NAMES =
  /^(?:author|chair|compiler|composer|contributor|curator|director|editor|editorial-director|executive-producer|guest|host|illustrator|interviewer|narrator|organizer|performer|producer|recipient|script-writer|series-creator|translator|(?:collection|container|original|reviewed)-(?:author|editor)|editor-translator)$/;

/** A field as texts of one line: of people one for each. Fields of another form have none. */
function valuesOf(item: CslData, field: string): string[] {
  if (NAMES.test(field)) return cslNamesIn(item, field).map(formatName).map(withoutCslMarkup);
  const date = DATES.test(field) ? dateIn(item, field) : undefined;
  const text = date ? isoOf(date) : withoutCslMarkup(textIn(item, field) ?? "");
  return text === "" ? [] : [text];
}

function fieldValue(field: string, values: readonly string[]): unknown {
  if (NAMES.test(field)) return values.map(parseCslName);
  const [first = ""] = values;
  return (DATES.test(field) && dateIn({ [field]: first }, field)) || first;
}
