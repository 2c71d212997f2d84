import { type CslItem, cslNamesIn, dateIn, textIn, withoutCslMarkup } from "./csl-item";
import type { CslName } from "./csl-name";

/** The fields that bibliographies show. Abstracts, notes and fields of other programs stay out. */
const TEXTS = [
  ...["title", "container-title", "collection-title", "volume-title", "event-title", "event-place", "event"],
  ...["volume", "issue", "page", "number", "edition", "version", "collection-number", "chapter-number"],
  ...["number-of-volumes", "number-of-pages", "part-number", "section", "supplement-number"],
  ...["publisher", "publisher-place", "genre", "medium", "status", "dimensions", "scale", "authority"],
  ...["jurisdiction", "archive", "archive_location", "archive-place", "references", "source"],
  ...["original-title", "original-publisher", "original-publisher-place", "reviewed-title", "reviewed-genre"],
  ...["DOI", "URL", "language"],
];
const NAMES = [
  ...["author", "editor", "translator", "editor-translator", "container-author", "collection-editor"],
  ...["composer", "director", "producer", "performer", "host", "guest", "narrator", "script-writer"],
  ...["interviewer", "recipient", "reviewed-author", "original-author", "illustrator", "compiler", "curator"],
  ...["chair", "contributor", "organizer", "series-creator", "executive-producer"],
];
const DATES = ["issued", "accessed", "event-date", "original-date", "submitted", "available-date"];

/** More characters than any bibliography shows of one field. */
const MAX_TEXT = 2000;
/** More names than any style lists. */
const MAX_NAMES = 100;

/**
 * What a citation processor can safely format of an item that a reference manager wrote: known fields, in the form that the processor
 * expects. An organisation that is both author and publisher is named only once. Organisations are passed as family names, because between
 * people and `literal` names the processor drops the comma that all styles require.
 */
export function bibliographyItem(item: CslItem): CslItem {
  const shown: CslItem = { id: "work", type: item.type };
  for (const field of TEXTS) {
    const text = withoutCslMarkup(textIn(item, field)?.slice(0, MAX_TEXT) ?? "");
    if (text) shown[field] = text;
  }
  for (const field of NAMES) {
    const names = cslNamesIn(item, field).slice(0, MAX_NAMES);
    if (names.length > 0) shown[field] = names.map(asFamily);
  }
  for (const field of DATES) {
    const date = dateIn(item, field);
    if (date) shown[field] = { "date-parts": date["date-parts"] };
  }
  const authors = cslNamesIn(item, "author");
  const only = authors.length === 1 ? authors[0]?.literal : undefined;
  for (const field of ["publisher", "container-title"])
    if (only !== undefined && shown[field] === withoutCslMarkup(only)) delete shown[field];
  return shown;
}

function asFamily({ literal, ...name }: CslName): { [part: string]: string } {
  const parts = literal === undefined ? name : { family: literal };
  return Object.fromEntries(Object.entries(parts).filter((part): part is [string, string] => !!part[1]));
}
