import { z } from "zod";
import { doiIn } from "@/lib/sources/doi";
import { readDate } from "@/lib/sources/read-date";
import type { SourceKind } from "@/lib/sources/source";
import { type SourceFieldsInput, sourceFields } from "@/lib/sources/source-input";
import { ARCHIVED, kindsByGenre, nameWords } from "./csl-item";

/** One work that was read, ready to be looked over. */
export interface ReadCitation {
  /** What people know the entry by: its title, its key or its number. */
  name: string;
  fields: SourceFieldsInput;
  /** ISO 8601 day on which somebody read it. */
  accessedOn: string | null;
  /** Why it cannot be taken in as it is; empty when it can. */
  problems: string[];
}

/** Some give a list of one where a text belongs. */
const word = z
  .union([z.string(), z.number(), z.array(z.union([z.string(), z.number()])).min(1)])
  .transform((given) => String([given].flat()[0]));
const words = word.optional().catch(undefined);
const date = z
  .preprocess(
    (given) => (typeof given === "string" ? { raw: given } : given),
    z.object({
      "date-parts": z.array(z.array(z.union([z.string(), z.number(), z.null()]))).optional(),
      raw: words,
      literal: words,
    }),
  )
  .optional()
  .catch(undefined);

/** What is read of a CSL-JSON item that somebody else wrote. What is not as CSL has it counts as absent. */
const readItem = z.object({
  id: words,
  type: words,
  title: words,
  author: z
    .array(
      z.object({
        family: words,
        given: words,
        literal: words,
        suffix: words,
        "dropping-particle": words,
        "non-dropping-particle": words,
      }),
    )
    .optional()
    .catch(undefined),
  issued: date,
  accessed: date,
  "container-title": words,
  publisher: words,
  genre: words,
  DOI: words,
  URL: words,
  language: words,
  note: words,
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

/** The fields of a source in a CSL-JSON item. @param fallback what the entry is called where it has no title */
export function readFields(item: unknown, fallback: string): ReadCitation {
  const parsed = readItem.safeParse(item);
  if (!parsed.success)
    return unread(fallback, "This is no entry of CSL-JSON. Export it again from where it came.");
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
    publishedOn: isoOfRead(read.issued),
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

/** An entry that could not be read. */
export function unread(name: string, problem: string): ReadCitation {
  return {
    name,
    fields: { title: "", kind: "other" },
    accessedOn: null,
    problems: [problem],
  };
}

/** Text without the markup that CSL-JSON allows in it; anything else that looks like markup is text. */
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
  return plain(name.literal || nameWords({ family, given }));
}

function isoOfRead(given: z.output<typeof date>): string | null {
  if (!given) return null;
  const [year, month, day] = (given["date-parts"]?.[0] ?? []).map(Number);
  if (year && year > 0 && year < 10_000) {
    const iso = String(year).padStart(4, "0");
    if (!month || month < 1 || month > 12) return iso;
    const withMonth = `${iso}-${String(month).padStart(2, "0")}`;
    return day && day >= 1 && day <= 31 ? `${withMonth}-${String(day).padStart(2, "0")}` : withMonth;
  }
  return readDate(given.raw ?? given.literal ?? "");
}

/** Some write names of languages ("english") where a tag belongs; only tags are taken. */
function languageOf(given = ""): string | null {
  const tag = given.trim().replaceAll("_", "-");
  return /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag) ? tag : null;
}
