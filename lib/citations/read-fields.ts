import { z } from "zod";
import { boundCsl, type CslData } from "@/lib/sources/csl-data";
import { doiIn } from "@/lib/sources/doi";
import { readDate } from "@/lib/sources/read-date";
import { DETAIL_LIMITS, type SourceDetails } from "@/lib/sources/source-details";
import { SOURCE_LIMITS, type SourceFieldsInput, sourceFields } from "@/lib/sources/source-input";
import { ARCHIVED, cslNamesIn, textIn, withoutCslMarkup } from "./csl-item";
import { hasContainer, kindOfType } from "./csl-kinds";
import { formatName } from "./csl-name";

/** An imported work, ready for review. */
export interface ReadCitation {
  /** The entry's title, key or number, for display. */
  name: string;
  fields: SourceFieldsInput;
  /** ISO 8601 day. */
  accessedOn: string | null;
  /** Why it can't be imported as it is; empty if it can. */
  problems: string[];
  /** What is left out of the import. */
  notes: string[];
}

/** A string; some programs write a list with one string. */
const singleText = z
  .union([z.string(), z.number(), z.array(z.union([z.string(), z.number()])).min(1)])
  .transform((value) => String([value].flat()[0]));
const optionalText = singleText.optional().catch(undefined);
const date = z
  .preprocess(
    (value) => (typeof value === "string" || typeof value === "number" ? { raw: String(value) } : value),
    z.object({
      "date-parts": z.array(z.array(z.union([z.string(), z.number(), z.null()]))).optional(),
      raw: optionalText,
      literal: optionalText,
    }),
  )
  .optional()
  .catch(undefined);

/** The fields read from a foreign CSL-JSON item. A field with an invalid value counts as absent. */
const readItem = z.object({
  id: optionalText,
  type: optionalText,
  title: optionalText,
  issued: date,
  accessed: date,
  "container-title": optionalText,
  publisher: optionalText,
  genre: optionalText,
  DOI: optionalText,
  URL: optionalText,
  language: optionalText,
  note: optionalText,
});

/** Reads the fields of a source from a CSL-JSON item. @param fallback name of the entry if it has no title */
export function readFields(item: unknown, fallback: string): ReadCitation {
  const parsed = readItem.safeParse(item);
  if (!parsed.success)
    return unread(fallback, "This is not a CSL-JSON entry. Export it again from its program.");
  const read = parsed.data;
  const { csl, leftOut } = boundCsl(item as Record<string, unknown>);
  const { note = "" } = read;
  const type = read.type ?? "";
  const container = plain(read["container-title"]);
  const publisher = plain(read.publisher);
  const isApart = container !== "" && (publisher !== "" || hasContainer(type));
  const archived = note
    .split(/[;\n]/)
    .map((part) => part.trim())
    .find((part) => part.startsWith(ARCHIVED));
  const fields: SourceFieldsInput = {
    title: plain(read.title),
    authors: namesOf(csl, "author"),
    publisher: (isApart ? publisher : container || publisher) || null,
    publishedOn: isoOfRead(read.issued, languageOf(read.language)),
    language: languageOf(read.language),
    kind: kindOfType(type, read.genre),
    url: read.URL?.trim() || null,
    doi: read.DOI?.trim() || doiIn(read.URL ?? ""),
    archiveUrl: archived?.slice(ARCHIVED.length).split(/\s/)[0] || null,
    details: detailsOf(csl, isApart ? container : null),
    csl,
  };
  const checked = sourceFields.safeParse(fields);
  const accessedOn = isoOfRead(read.accessed);
  return {
    name: fields.title || fallback,
    fields,
    accessedOn: accessedOn?.length === 10 ? accessedOn : null,
    problems: checked.success ? [] : [...new Set(checked.error.issues.map(({ message }) => message))],
    notes: leftOut.length > 0 ? [`Left out, because it is too long: ${leftOut.slice(0, 5).join(", ")}.`] : [],
  };
}

/** The result for an entry that can't be read. */
export function unread(name: string, problem: string): ReadCitation {
  return {
    name,
    fields: { title: "", kind: "other" },
    accessedOn: null,
    problems: [problem],
    notes: [],
  };
}

/** A detail that is too long has no field, and stays in the item. */
function detailsOf(csl: CslData, containerTitle: string | null): SourceDetails {
  const text = (field: string, max: number = DETAIL_LIMITS.text) => {
    const value = plain(textIn(csl, field));
    return value && value.length <= max ? value : null;
  };
  return {
    containerTitle:
      containerTitle && containerTitle.length <= DETAIL_LIMITS.container ? containerTitle : null,
    volume: text("volume"),
    issue: text("issue"),
    pages: text("page"),
    editors: namesOf(csl, "editor"),
    translators: namesOf(csl, "translator"),
    edition: text("edition"),
    number: text("number"),
    publisherPlace: text("publisher-place"),
    eventTitle: text("event-title") ?? text("event"),
    isbn: text("ISBN"),
    issn: text("ISSN"),
  };
}

/** The first names of a field, as many as a source can have. The item has all of them. */
function namesOf(csl: CslData, field: string): string[] {
  return cslNamesIn(csl, field)
    .map((name) => plain(formatName(name)))
    .filter((name) => name !== "" && name.length <= SOURCE_LIMITS.name)
    .slice(0, SOURCE_LIMITS.authors);
}

function plain(text = ""): string {
  return withoutCslMarkup(text);
}

/**
 * A date of CSL-JSON: of a range, its beginning.
 * @param language of the work, for dates in words
 */
function isoOfRead(value: z.output<typeof date>, language?: string | null): string | null {
  if (!value) return null;
  const [year, month, day] = (value["date-parts"]?.[0] ?? []).map(Number);
  if (!year) return readDate(value.raw ?? value.literal ?? "", language);
  if (!(year > 0 && year < 10_000)) return null;
  const iso = String(year).padStart(4, "0");
  // 13 and more are seasons.
  if (!month || month < 1 || month > 12) return iso;
  const withMonth = `${iso}-${String(month).padStart(2, "0")}`;
  const days = new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
  return day && day >= 1 && day <= days ? `${withMonth}-${String(day).padStart(2, "0")}` : withMonth;
}

/** A language tag; null for a language name such as "english", which some programs write. */
function languageOf(value = ""): string | null {
  const tag = value.trim().replaceAll("_", "-");
  return /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag) ? tag : null;
}
