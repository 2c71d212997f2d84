import { plugins } from "@citation-js/core";
import "@citation-js/plugin-ris";
import { readDate } from "@/lib/sources/read-date";
import { type ReadCitation, readFields, unread } from "./read-fields";

type RisRecord = Record<string, string | string[]>;

/** Parses RIS. Citation.js maps the tags, but lines are split here because it loses the text after a second dash. */
export function readRis(text: string): ReadCitation[] {
  return recordsOf(text).map((record, index) => {
    const name = `Entry ${index + 1}`;
    try {
      const [item] = plugins.input.chain(record, { generateGraph: false }) as Record<string, unknown>[];
      return readFields({ ...item, ...supplement(record, item ?? {}) }, name);
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
    language: first(record, "LA"),
    genre: first(record, "M3"),
    note: [record.N1 ?? []].flat().join("\n") || undefined,
    publisher: item["container-title"] ? undefined : first(record, "T2", "JO", "JF", "PB", "DP"),
    author: authors.map((name) => ({ literal: name })),
  };
  const absent = Object.entries(missing).filter(([key, value]) => !item[key] && value && value.length > 0);
  return {
    ...Object.fromEntries(absent),
    // Citation.js takes the tag that comes last, and a day for a year.
    ...(record.AU && record.A1 && { author: missing.author }),
    issued: published ? { raw: published } : undefined,
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
