import { plugins } from "@citation-js/core";
import "@citation-js/plugin-ris";
import { readDate } from "@/lib/sources/read-date";
import { dateIn } from "./csl-item";
import { parseCslName } from "./csl-name";
import { withFieldsOfNote } from "./note-fields";
import { type ReadCitation, readFields, unread } from "./read-fields";
import { NAME_TAGS, READ_TYPES, TEXT_TAGS } from "./ris-fields";

type RisRecord = Record<string, string | string[]>;

/** Parses RIS. Citation.js maps the tags, but lines are split here because it loses the text after a second dash. */
export function readRis(text: string): ReadCitation[] {
  return recordsOf(text).map((record, index) => {
    const name = `Entry ${index + 1}`;
    try {
      const [item] = plugins.input.chain(record, { generateGraph: false }) as Record<string, unknown>[];
      const corrected = corrections(record, item ?? {});
      return readFields(withFieldsOfNote({ ...corrected, ...supplement(record, corrected) }), name);
    } catch (cause) {
      console.warn("an RIS record could not be read:", cause instanceof Error ? cause.message : cause);
      return unread(name, "This record can't be read. Export it again, or fix it.");
    }
  });
}

function recordsOf(text: string): RisRecord[] {
  const records: RisRecord[] = [];
  let record: RisRecord | null = null;
  let tag = "";
  for (const line of text.split(/\r\n?|\n/)) {
    const [, found, value = ""] = /^\s*([A-Z][A-Z0-9])\s{1,2}-(?:\s(.*))?$/.exec(line) ?? [];
    if (found === "TY") {
      record = { TY: value.trim().toUpperCase() };
      records.push(record);
    } else if (found === "ER") record = null;
    else if (record && found && value.trim()) add(record, found, value.trim());
    else if (record && !found && tag && line.trim()) append(record, tag, line.trim());
    tag = found === undefined ? tag : record && value.trim() && found !== "TY" ? found : "";
  }
  return records;
}

function add(record: RisRecord, tag: string, value: string): void {
  const before = record[tag];
  if (Array.isArray(before)) before.push(value);
  else record[tag] = before === undefined ? value : [before, value];
}

/** Appends a continuation line to the last value of a tag. */
function append(record: RisRecord, tag: string, more: string): void {
  const values = [record[tag] ?? ""].flat();
  values.push(`${values.pop()} ${more}`);
  record[tag] = values.length === 1 ? (values[0] ?? "") : values;
}

const first = (record: RisRecord, ...tags: string[]) =>
  tags.map((tag) => [record[tag] ?? []].flat()[0]).find(Boolean);

/** Fields that Citation.js reads from the tags of authors, places and numbers for some record types. */
const MISREAD = [
  ...["reporter", "director", "composer", "available-date", "page-first", "locator", "event-place", "event"],
  ...["medium", "dimensions", "authority", "references"],
];
const ISSN = /^\d{4}-\d{3}[\dX]$/i;

/** Corrects what Citation.js reads as something else for some record types. */
function corrections(record: RisRecord, item: Record<string, unknown>): Record<string, unknown> {
  const type = READ_TYPES[String(record.TY)] ?? item.type;
  const corrected: Record<string, unknown> = {
    ...item,
    ...Object.fromEntries(MISREAD.map((field) => [field, undefined])),
    ...containersOf(record, item, isBookType(type)),
    ...pagesOf(record, item, isBookType(type) || type === "thesis"),
    ...numbersOf(record, item),
    ...Object.fromEntries(
      TEXT_TAGS.flatMap(([field, tag]) => (record[tag] ? [[field, first(record, tag)]] : [])),
    ),
    type,
    note: [record.N1 ?? item.note ?? []].flat().join("\n") || undefined,
    issued: first(record, "DA", "PY", "Y1", "C5", "C2") ? item.issued : undefined,
    accessed: record.Y2 ? dateIn({ date: first(record, "Y2") ?? "" }, "date") : undefined,
  };
  return Object.fromEntries(Object.entries(corrected).filter(([, value]) => value !== undefined));
}

function isBookType(type: unknown): boolean {
  return type === "book" || type === "classic";
}

/** The journal or book, which Citation.js reads as a series for some types, and the event. */
function containersOf(record: RisRecord, item: Record<string, unknown>, isBook: boolean) {
  const container = first(record, "T2", "JO", "JF");
  const event = item["event-title"] ?? item.event;
  return {
    "collection-title": first(record, "T3") ?? (isBook ? container : undefined),
    "container-title": isBook ? undefined : (container ?? item["container-title"]),
    "event-title":
      record.TY === "CPAPER" && record.C3 ? first(record, "C3") : event === container ? undefined : event,
  };
}

/** First and last page, which Citation.js reads as the number of pages for some types. */
function pagesOf(record: RisRecord, item: Record<string, unknown>, hasTotal: boolean) {
  const [start, end] = [first(record, "SP"), first(record, "EP")];
  const isTotal = hasTotal && end === undefined && /^\d+$/.test(start ?? "");
  return {
    "number-of-pages": isTotal ? start : undefined,
    page: isTotal ? item.page : [start, end].filter(Boolean).join("-") || item.page,
  };
}

/** ISBN and ISSN share a tag, which also holds the number of a report or patent. */
function numbersOf(record: RisRecord, item: Record<string, unknown>) {
  const numbers = [record.SN ?? []].flat();
  const isStandard = (each: string) =>
    ISSN.test(each) || /^97[89][\d -]{10,}$|^[\d -]{9,12}[\dX]$/i.test(each);
  return {
    number: Array.isArray(item.number) || isStandard(String(item.number)) ? undefined : item.number,
    ISBN:
      numbers.find((each) => !ISSN.test(each) && isStandard(each)) ?? (item.number ? undefined : item.ISBN),
    ISSN: numbers.find((each) => ISSN.test(each)) ?? item.ISSN,
  };
}

/** Adds fields that Citation.js ignores for some record types. */
function supplement(record: RisRecord, item: Record<string, unknown>): Record<string, unknown> {
  const published = publishedOf(record);
  const accessed = /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})/.exec(first(record, "Y2") ?? "");
  const parts = (found: RegExpExecArray) => ({
    "date-parts": [found.slice(1).filter(Boolean).map(Number)],
  });
  const authors = [record.AU ?? [], record.A1 ?? []].flat();
  const missing = {
    title: first(record, "TI", "T1", "CT", "BT", "ST"),
    URL: first(record, "UR", "L2"),
    DOI: first(record, "DO"),
    publisher: first(record, "PB") ?? (item["container-title"] ? undefined : first(record, "DP")),
    ...Object.fromEntries(
      NAME_TAGS.map(([field, tag]) => [field, [record[tag] ?? []].flat().map(parseCslName)]),
    ),
    keyword: [record.KW ?? []].flat().join(", "),
  };
  const absent = Object.entries(missing).filter(([key, value]) => !item[key] && value && value.length > 0);
  return {
    ...Object.fromEntries(absent),
    // Citation.js takes the tag that comes last, and a day for a year.
    ...(authors.length > 0 && { author: authors.map(parseCslName) }),
    issued: published ? dateIn({ published }, "published") : undefined,
    ...(accessed && { accessed: parts(accessed) }),
  };
}

/**
 * When a work was published: DA says it best, but often has no year, which PY or Y1 then has.
 * @returns ISO 8601 day, month or year, or null
 */
function publishedOf(record: RisRecord): string | null {
  const language = first(record, "LA");
  const read = (text: string) => readDate(text.replace(/\/+(?:\D.*)?$/, ""), language);
  const [dated, ...others] = ["DA", "PY", "Y1"].map((tag) => first(record, tag) ?? "");
  const known = others.map(read).filter((date) => date !== null);
  const own = read(dated ?? "");
  const [year] = known.map((date) => date.slice(0, 4));
  if (own || !dated || !year)
    return [own, ...known].reduce((best, date) => moreExact(best ?? null, date ?? null), null) ?? null;
  // "May 17", "17 May", "05/17".
  const combined = /\p{L}|\d\D\d/u.test(dated)
    ? read(`${dated.replaceAll("-", "/")}${/\p{L}/u.test(dated) ? " " : "/"}${year}`)
    : null;
  return [combined, ...known].reduce((best, date) => moreExact(best ?? null, date ?? null), null) ?? null;
}

/** The first date, or the second if that only adds a month or a day to it. */
function moreExact(date: string | null, other: string | null): string | null {
  return date === null || other?.startsWith(date) ? other : date;
}
