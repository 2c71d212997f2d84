import { NAME_SUFFIX } from "@/lib/sources/person-name";
import type { Source, SourceKind } from "@/lib/sources/source";

/** The data of a citation: a source, or anything described like one. */
export type CitedWork = Pick<
  Source,
  "url" | "doi" | "title" | "authors" | "publisher" | "publishedOn" | "language" | "kind" | "archiveUrl"
>;

/** A person, or an organisation as `literal`. */
export type CslName =
  | { family: string; given?: string | undefined; suffix?: string | undefined; literal?: undefined }
  | { literal: string; family?: undefined; given?: undefined; suffix?: undefined };

/** Year, then month and day if known. */
export interface CslDate {
  "date-parts": [number[]];
}

/** The fields of a CSL-JSON item (Citation Style Language 1.0.2) that are exported. */
export interface CslItem {
  id: string;
  type: CslType;
  title: string;
  author?: CslName[];
  issued?: CslDate;
  accessed?: CslDate;
  "container-title"?: string;
  publisher?: string;
  genre?: string;
  DOI?: string;
  URL?: string;
  language?: string;
  note?: string;
}

export type CslType =
  | "webpage"
  | "article-newspaper"
  | "article-journal"
  | "report"
  | "dataset"
  | "legislation"
  | "interview"
  | "post"
  | "document";

/** CSL has no type for some kinds; `genre` then names the kind, also for a later import. */
const FORMS: Record<SourceKind, { type: CslType; genre?: string }> = {
  web_page: { type: "webpage" },
  article: { type: "article-newspaper" },
  report: { type: "report" },
  dataset: { type: "dataset" },
  law: { type: "legislation" },
  transcript: { type: "document", genre: "Transcript" },
  interview: { type: "interview", genre: "Interview" },
  social_post: { type: "post", genre: "Social media post" },
  media: { type: "document", genre: "Image, audio or video" },
  other: { type: "document" },
};

/** Kinds by `genre`, in lower case. */
export const kindsByGenre = new Map<string, SourceKind>(
  Object.entries(FORMS).flatMap(([kind, { genre }]): [string, SourceKind][] =>
    genre ? [[genre.toLowerCase(), kind as SourceKind]] : [],
  ),
);

/** Prefix of the URL of an archived copy in a note. */
export const ARCHIVED = "Archived copy: ";

/** Types whose publisher is their container: a site, a newspaper, a journal, a network. */
const CONTAINED: readonly CslType[] = ["webpage", "article-newspaper", "article-journal", "post"];

/**
 * A work as a CSL-JSON item.
 * @param accessedOn ISO 8601 day
 */
export function cslItemOf(
  work: CitedWork,
  { id, accessedOn = null }: { id: string; accessedOn?: string | null },
): CslItem {
  const form = FORMS[work.kind];
  const type = work.kind === "article" && work.doi ? "article-journal" : form.type;
  const authors = work.authors.map(nameOf);
  return {
    id,
    type,
    title: work.title,
    ...(authors.length > 0 && { author: authors }),
    ...(work.publishedOn && { issued: dateOf(work.publishedOn) }),
    ...(accessedOn && { accessed: dateOf(accessedOn) }),
    ...(work.publisher && { [CONTAINED.includes(type) ? "container-title" : "publisher"]: work.publisher }),
    ...(form.genre && { genre: form.genre }),
    ...(work.doi && { DOI: work.doi }),
    ...(work.url && { URL: work.url }),
    ...(work.language && { language: work.language }),
    ...(work.archiveUrl && { note: ARCHIVED + work.archiveUrl }),
  };
}

/** Signs that a name with commas is an organisation: "Department for Environment, Food and Rural Affairs", "Example, Inc." */
const ORGANISATION =
  /(?:^|\s)(?:and|&|of|for|the)(?:\s|$)|,\s*(?:Inc|Ltd|LLC|LLP|PLC|Co|Corp|GmbH|AG|S\.?A)\.?$/i;

/** "Family, Given" or "Family, Given, Jr." is a person; a name without a comma is an organisation, or a person with a single name. */
function nameOf(name: string): CslName {
  const [family, second, third, ...more] = name.split(/\s*,\s*/);
  if (!family || !second || more.length > 0 || ORGANISATION.test(name)) return { literal: name };
  if (third === undefined) return { family, given: second };
  if (NAME_SUFFIX.test(third)) return { family, given: second, suffix: third };
  return NAME_SUFFIX.test(second) ? { family, given: third, suffix: second } : { literal: name };
}

function dateOf(iso: string): CslDate {
  return { "date-parts": [iso.split("-").map(Number)] };
}

/** A name as sources store it. */
export function formatName({ family, given, suffix, literal }: CslName): string {
  return literal ?? [family, given, suffix].filter(Boolean).join(", ");
}

/** A CSL date in ISO 8601: "2024-05". */
export function isoOf({ "date-parts": [parts] }: CslDate): string {
  return parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, "0")).join("-");
}
