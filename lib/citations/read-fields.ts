import { z } from "zod";
import { doiIn } from "@/lib/sources/doi";
import { readDate } from "@/lib/sources/read-date";
import type { SourceKind } from "@/lib/sources/source";
import { type SourceFieldsInput, sourceFields } from "@/lib/sources/source-input";
import { ARCHIVED, formatName, kindsByGenre } from "./csl-item";

/** An imported work, ready for review. */
export interface ReadCitation {
  /** The entry's title, key or number, for display. */
  name: string;
  fields: SourceFieldsInput;
  /** ISO 8601 day. */
  accessedOn: string | null;
  /** Why it can't be imported as it is; empty if it can. */
  problems: string[];
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
  author: z
    .array(
      z.object({
        family: optionalText,
        given: optionalText,
        literal: optionalText,
        suffix: optionalText,
        "dropping-particle": optionalText,
        "non-dropping-particle": optionalText,
      }),
    )
    .optional()
    .catch(undefined),
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

const KINDS: Record<string, SourceKind> = {
  webpage: "web_page",
  dataset: "dataset",
  interview: "interview",
  personal_communication: "interview",
  post: "social_post",
  hearing: "transcript",
  speech: "transcript",
  report: "report",
  standard: "report",
  thesis: "report",
  manuscript: "report",
  pamphlet: "report",
  bill: "law",
  legislation: "law",
  legal_case: "law",
  regulation: "law",
  treaty: "law",
  patent: "law",
  broadcast: "media",
  motion_picture: "media",
  song: "media",
  graphic: "media",
  figure: "media",
  map: "media",
  musical_score: "media",
  performance: "media",
  chapter: "article",
  "paper-conference": "article",
  review: "article",
  "review-book": "article",
  "post-weblog": "article",
};

function kindOf(type = "", genre = ""): SourceKind {
  const named = kindsByGenre.get(genre.toLowerCase());
  if (named) return named;
  if (/^(article|entry)/.test(type)) return "article";
  return KINDS[type] ?? "other";
}

/** Reads the fields of a source from a CSL-JSON item. @param fallback name of the entry if it has no title */
export function readFields(item: unknown, fallback: string): ReadCitation {
  const parsed = readItem.safeParse(item);
  if (!parsed.success)
    return unread(fallback, "This is not a CSL-JSON entry. Export it again from its program.");
  const read = parsed.data;
  const { note = "" } = read;
  const archived = note
    .split(/[;\n]/)
    .map((part) => part.trim())
    .find((part) => part.startsWith(ARCHIVED));
  const fields: SourceFieldsInput = {
    title: plain(read.title),
    authors: (read.author ?? []).map(authorOf).filter(Boolean),
    publisher: plain(read["container-title"]) || plain(read.publisher) || null,
    publishedOn: isoOfRead(read.issued, languageOf(read.language)),
    language: languageOf(read.language),
    kind: kindOf(read.type, read.genre),
    url: read.URL?.trim() || null,
    doi: read.DOI?.trim() || doiIn(read.URL ?? ""),
    archiveUrl: archived?.slice(ARCHIVED.length).split(/\s/)[0] || null,
  };
  const checked = sourceFields.safeParse(fields);
  const accessedOn = isoOfRead(read.accessed);
  return {
    name: fields.title || fallback,
    fields,
    accessedOn: accessedOn?.length === 10 ? accessedOn : null,
    problems: checked.success ? [] : [...new Set(checked.error.issues.map(({ message }) => message))],
  };
}

/** The result for an entry that can't be read. */
export function unread(name: string, problem: string): ReadCitation {
  return {
    name,
    fields: { title: "", kind: "other" },
    accessedOn: null,
    problems: [problem],
  };
}

/** Removes the markup that CSL-JSON allows in text. Anything else that looks like markup is text. */
function plain(text = ""): string {
  return text
    .replace(
      /<\/?(?:i|b|sub|sup|sc)>|<span (?:class="nocase"|style="font-variant:\s*small-caps;")>|<\/span>/g,
      "",
    )
    .replace(/\s+/g, " ")
    .trim();
}

function authorOf(name: NonNullable<z.output<typeof readItem>["author"]>[number]): string {
  const family = [name["dropping-particle"], name["non-dropping-particle"], name.family]
    .filter(Boolean)
    .join(" ");
  const given = [name.given, name.suffix].filter(Boolean).join(", ");
  return plain(name.literal || formatName({ family, given }));
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
