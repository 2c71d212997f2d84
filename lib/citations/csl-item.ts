import { NAME_SUFFIX } from "@/lib/sources/person-name";
import type { Source, SourceKind } from "@/lib/sources/source";

/** What a citation is made of: a source, or anything else that is described like one. */
export type CitedWork = Pick<
  Source,
  "url" | "doi" | "title" | "authors" | "publisher" | "publishedOn" | "language" | "kind" | "archiveUrl"
>;

/** A person, or a body as `literal`. */
export type CslName =
  | { family: string; given?: string | undefined; suffix?: string | undefined; literal?: undefined }
  | { literal: string; family?: undefined; given?: undefined; suffix?: undefined };

/** Year, then month and day as far as they are known. */
export interface CslDate {
  "date-parts": [number[]];
}

/** What of a CSL-JSON item (the data model of the Citation Style Language, version 1.0.2) is written here. */
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

/** CSL has no type for some kinds; `genre` then says what it is, and tells it from others when it is read back. */
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

/** Kinds by what `genre` says of them, in small letters. */
export const kindsByGenre = new Map<string, SourceKind>(
  Object.entries(FORMS).flatMap(([kind, { genre }]): [string, SourceKind][] =>
    genre ? [[genre.toLowerCase(), kind as SourceKind]] : [],
  ),
);

/** What stands before the address of an archived copy in a note. */
export const ARCHIVED = "Archived copy: ";

/** Types whose publisher is what contains them: a site, a paper, a journal, a network. */
const CONTAINED: readonly CslType[] = ["webpage", "article-newspaper", "article-journal", "post"];

/**
 * A source as a CSL-JSON item.
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

/** What only bodies have between commas: "Department for Environment, Food and Rural Affairs", "Example, Inc." */
const OF_BODIES =
  /(?:^|\s)(?:and|&|of|for|the)(?:\s|$)|,\s*(?:Inc|Ltd|LLC|LLP|PLC|Co|Corp|GmbH|AG|S\.?A)\.?$/i;

/** "Family, Given" or "Family, Given, Jr." is a person; a name without a comma is a body, or a person with one name. */
function nameOf(name: string): CslName {
  const [family, second, third, ...more] = name.split(/\s*,\s*/);
  if (!family || !second || more.length > 0 || OF_BODIES.test(name)) return { literal: name };
  if (third === undefined) return { family, given: second };
  if (NAME_SUFFIX.test(third)) return { family, given: second, suffix: third };
  return NAME_SUFFIX.test(second) ? { family, given: third, suffix: second } : { literal: name };
}

function dateOf(iso: string): CslDate {
  return { "date-parts": [iso.split("-").map(Number)] };
}

/** A name as sources keep it. */
export function nameWords({ family, given, suffix, literal }: CslName): string {
  return literal ?? [family, given, suffix].filter(Boolean).join(", ");
}

/** "2024-05" of a date of CSL. */
export function isoOf({ "date-parts": [parts] }: CslDate): string {
  return parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, "0")).join("-");
}
