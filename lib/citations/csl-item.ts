import type { CslData, CslValue } from "@/lib/sources/csl-data";
import { readDate } from "@/lib/sources/read-date";
import type { SourceDescription } from "@/lib/sources/source";
import type { CslName } from "./csl-name";

/** The data of a citation: a source, or anything described like one. */
export type CitedWork = SourceDescription & {
  /** The item that it was imported from. */
  csl?: CslData | null;
};

/**
 * A CSL-JSON item (Citation Style Language 1.0.2). The fields beside these two can have any value, because reference managers wrote some of
 * them: read them with `textIn`, `cslNamesIn` and `dateIn`.
 */
export interface CslItem extends CslData {
  id: string | number;
  type: string;
}

/** Year, then month and day if known. */
export interface CslDate {
  "date-parts": [number[]];
}

/** The text of a field; undefined if it has none. Some programs write a list with one text, and numbers. */
export function textIn(item: CslData, field: string): string | undefined {
  const value = [item[field]].flat()[0];
  return typeof value === "number"
    ? String(value)
    : typeof value === "string" && value !== ""
      ? value
      : undefined;
}

/** The names in a field; anything else in it is left out. */
export function cslNamesIn(item: CslData, field: string): CslName[] {
  const value = item[field];
  if (!Array.isArray(value)) return [];
  return value.flatMap((each) => {
    if (typeof each !== "object" || each === null || Array.isArray(each)) return [];
    const name: CslName = {};
    for (const part of NAME_PARTS) {
      const written = each[part];
      if (typeof written === "string" && written.trim() !== "") name[part] = written;
    }
    return name.family || name.literal || name.given ? [name] : [];
  });
}

const NAME_PARTS = [
  "family",
  "given",
  "suffix",
  "literal",
  "dropping-particle",
  "non-dropping-particle",
] as const satisfies readonly (keyof CslName)[];

/** The day, month or year in a field, in numbers or words; undefined if it has none. */
export function dateIn(item: CslData, field: string): CslDate | undefined {
  const value = item[field];
  if (typeof value === "string") return dateInWords(value);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const parts = value["date-parts"];
  if (parts === undefined) return dateInWords(textIn(value, "raw") ?? textIn(value, "literal") ?? "");
  const first: CslValue | undefined = Array.isArray(parts) ? parts[0] : undefined;
  if (!Array.isArray(first)) return undefined;
  const numbers: number[] = [];
  for (const part of first.slice(0, 3).map(Number)) {
    if (!Number.isInteger(part) || part < 1 || (numbers.length === 1 && part > 12)) break;
    numbers.push(part);
  }
  return numbers[0] !== undefined && numbers[0] < 10_000 ? { "date-parts": [numbers] } : undefined;
}

function dateInWords(text: string): CslDate | undefined {
  const iso = readDate(text);
  return iso ? { "date-parts": [iso.split("-").map(Number)] } : undefined;
}

/** A CSL date in ISO 8601: "2024-05". */
export function isoOf({ "date-parts": [parts] }: CslDate): string {
  return parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, "0")).join("-");
}

/** Removes the markup that CSL-JSON allows in text. Anything else that looks like markup is text. */
export function withoutCslMarkup(text: string): string {
  return text
    .replace(
      /<\/?(?:i|b|sub|sup|sc)>|<span (?:class="nocase"|style="font-variant:\s*small-caps;")>|<\/span>/g,
      "",
    )
    .replace(/\s+/g, " ")
    .trim();
}

/** Prefix of the URL of an archived copy in a note. */
export const ARCHIVED = "Archived copy: ";
