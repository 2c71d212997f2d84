import { isDeepStrictEqual } from "node:util";
import type { CslData, CslValue } from "@/lib/sources/csl-data";
import { DETAIL_FIELDS, type DetailField, type SourceDetails } from "@/lib/sources/source-details";
import { sourceFields } from "@/lib/sources/source-input";
import { ARCHIVED, type CitedWork, type CslItem, textIn } from "./csl-item";
import { cslTypeOf, isContained } from "./csl-kinds";
import { parseCslName } from "./csl-name";
import { readFields } from "./read-fields";

/** The fields of CSL that hold each detail. */
const DETAIL_FIELDS_OF_CSL: Record<DetailField, readonly string[]> = {
  // With the publisher.
  containerTitle: [],
  volume: ["volume"],
  issue: ["issue"],
  pages: ["page"],
  editors: ["editor"],
  translators: ["translator"],
  edition: ["edition"],
  number: ["number"],
  publisherPlace: ["publisher-place"],
  eventTitle: ["event-title", "event"],
  isbn: ["ISBN"],
  issn: ["ISSN"],
};

interface Options {
  id: string;
  /** ISO 8601 day. */
  accessedOn?: string | null;
}

/**
 * A work as a CSL-JSON item. If it was imported, this is the imported item, with all of its fields as they were written, except for those
 * that editors changed since.
 */
export function cslItemOf(work: CitedWork, { id, accessedOn = null }: Options): CslItem {
  if (!work.csl) return newItem(work, { id, accessedOn, ...cslTypeOf(work) });
  const imported = work.csl;
  const was = fieldsOfImported(imported);
  const isSame = (field: keyof typeof was) => isDeepStrictEqual(was[field], work[field]);
  const isSameDetail = (field: DetailField) => isDeepStrictEqual(was.details[field], work.details[field]);
  const form = isSame("kind") ? { type: textIn(imported, "type") ?? cslTypeOf(work).type } : cslTypeOf(work);
  const current = newItem(work, { id, accessedOn, ...form });
  const changed = [
    ...(isSame("kind") ? [] : ["genre"]),
    ...(isSame("title") ? [] : ["title"]),
    ...(isSame("authors") ? [] : ["author"]),
    ...(isSame("publisher") && isSameDetail("containerTitle") ? [] : ["publisher", "container-title"]),
    ...(isSame("publishedOn") ? [] : ["issued"]),
    ...(isSame("language") ? [] : ["language"]),
    ...(isSame("doi") ? [] : ["DOI"]),
    ...(isSame("url") ? [] : ["URL"]),
    ...DETAIL_FIELDS.flatMap((field) => (isSameDetail(field) ? [] : DETAIL_FIELDS_OF_CSL[field])),
  ];
  const item: CslItem = {
    ...(current.accessed !== undefined && { accessed: current.accessed }),
    ...imported,
    id: textIn(imported, "id") === undefined ? id : (imported.id as string | number),
    type: form.type,
  };
  for (const field of changed) {
    delete item[field];
    if (current[field] !== undefined) item[field] = current[field];
  }
  if (!isSame("archiveUrl")) {
    const note = withArchive(textIn(imported, "note") ?? "", work.archiveUrl);
    if (note) item.note = note;
    else delete item.note;
  }
  return item;
}

/** What the fields of a source were when it was imported. A field that couldn't be imported counts as changed. */
function fieldsOfImported(imported: CslData) {
  const { fields } = readFields(imported, "");
  const read = <Field extends keyof typeof sourceFields.shape>(field: Field) => {
    const parsed = sourceFields.shape[field].safeParse(fields[field as keyof typeof fields]);
    return parsed.success ? parsed.data : undefined;
  };
  return {
    title: read("title"),
    authors: read("authors"),
    publisher: read("publisher"),
    publishedOn: read("publishedOn"),
    language: read("language"),
    kind: read("kind"),
    doi: read("doi"),
    url: read("url"),
    archiveUrl: read("archiveUrl"),
    details: (read("details") ?? {}) as Partial<SourceDetails>,
  };
}

function newItem(
  work: CitedWork,
  { id, accessedOn = null, type, genre }: Options & { type: string; genre?: string },
): CslItem {
  const { details } = work;
  const publisherField =
    details.containerTitle === null && isContained(type) ? "container-title" : "publisher";
  const names = (each: readonly string[]) => each.map(parseCslName) as CslValue[];
  const fields: [string, CslValue | null][] = [
    ["title", work.title],
    ["author", work.authors.length > 0 ? names(work.authors) : null],
    ["issued", work.publishedOn && dateOf(work.publishedOn)],
    ["accessed", accessedOn && dateOf(accessedOn)],
    ["container-title", details.containerTitle],
    [publisherField, work.publisher ?? (publisherField === "publisher" ? null : details.containerTitle)],
    ["genre", genre ?? null],
    ["volume", details.volume],
    ["issue", details.issue],
    ["page", details.pages],
    ["editor", details.editors.length > 0 ? names(details.editors) : null],
    ["translator", details.translators.length > 0 ? names(details.translators) : null],
    ["edition", details.edition],
    ["number", details.number],
    ["publisher-place", details.publisherPlace],
    ["event-title", details.eventTitle],
    ["ISBN", details.isbn],
    ["ISSN", details.issn],
    ["DOI", work.doi],
    ["URL", work.url],
    ["language", work.language],
    ["note", work.archiveUrl && ARCHIVED + work.archiveUrl],
  ];
  const present = fields.filter((field): field is [string, CslValue] => field[1] !== null && field[1] !== "");
  return { id, type, ...Object.fromEntries(present) };
}

/** A note that names another archived copy, or none. */
function withArchive(note: string, archiveUrl: string | null): string {
  const others = note
    .split("\n")
    // A note can continue after a semicolon.
    .map((line) => (line.trim().startsWith(ARCHIVED) ? line.split(";").slice(1).join(";").trim() : line))
    .filter((line) => line.trim() !== "")
    .join("\n");
  return [others, archiveUrl && ARCHIVED + archiveUrl].filter(Boolean).join("\n");
}

function dateOf(iso: string): CslValue {
  return { "date-parts": [iso.split("-").map(Number)] };
}
