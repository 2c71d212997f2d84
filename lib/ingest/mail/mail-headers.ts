import { decodeQuotedPrintable } from "./mime-part";

/** Longer headers are not read to their end. */
const MAX_HEADER_LENGTH = 20_000;

/** Decodes bytes in a declared encoding; if it is unknown, the encoding is detected. */
export type Decode = (bytes: Uint8Array, label: string | undefined) => string;

/** A header as text: encoded words (RFC 2047) and bytes beyond ASCII decoded. */
export function headerText(header: string, decode: Decode): string {
  const value = header.slice(0, MAX_HEADER_LENGTH);
  const text = /[\u0080-\u00ff]/.test(value) ? decode(Buffer.from(value, "latin1"), undefined) : value;
  const words = /=\?([^?\s*]{1,40})(?:\*[^?\s]{0,20})?\?([bq])\?([^?\s]*)\?=/gi;
  let decoded = "";
  let end = 0;
  /** Words in a row can share a letter. */
  let row: { label: string; bytes: Uint8Array[] } | null = null;
  const flush = () => {
    if (row) decoded += decode(Buffer.concat(row.bytes), row.label);
    row = null;
  };
  for (const match of text.matchAll(words)) {
    const [whole, label = "", encoding = "", content = ""] = match;
    const between = text.slice(end, match.index);
    const bytes =
      encoding.toLowerCase() === "b"
        ? Buffer.from(content, "base64")
        : decodeQuotedPrintable(content.replaceAll("_", "=20"));
    const open = row as { label: string; bytes: Uint8Array[] } | null;
    if (open && between.trim() === "" && open.label.toLowerCase() === label.toLowerCase())
      open.bytes.push(bytes);
    else {
      flush();
      if (!open || between.trim() !== "") decoded += between;
      row = { label, bytes: [bytes] };
    }
    end = match.index + whole.length;
  }
  flush();
  return (decoded + text.slice(end)).replace(/\s+/g, " ").trim();
}

/** The names of the people in an address header, or their addresses where it has no names. */
export function senderNamesIn(header: string): string[] {
  const names: string[] = [];
  // Commas in quotation marks, angle brackets and comments do not separate people.
  const pattern = /(?:"(?:[^"\\]|\\.){0,500}"|<[^>]{0,500}>|\([^)]{0,500}\)|[^,"<(]|["<(])+/g;
  for (const [person] of header.slice(0, MAX_HEADER_LENGTH).replace(/\s+/g, " ").matchAll(pattern)) {
    const [, quoted, plain = "", address = ""] =
      /^\s*(?:"((?:[^"\\]|\\.)*)"|([^<"]*?))\s*(?:<([^>]*)>)?\s*(?:\([^)]*\))?\s*$/.exec(person) ?? [];
    const comment = /\(([^)]*)\)\s*$/.exec(person)?.[1];
    const own = (quoted?.replace(/\\(.)/g, "$1") ?? plain.replace(/\([^)]*\)\s*$/, "")).trim();
    const name = own && !(own.includes("@") && comment) ? own : (comment ?? address);
    if (name.trim() !== "") names.push(name.trim());
  }
  return names;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** The day of a Date header (RFC 5322) where it was written, as ISO 8601; null if it is not a date. */
export function mailDayOf(header: string): string | null {
  const [, day = "", month = "", year = ""] =
    /(\d{1,2})\s+([A-Za-z]{3})[a-z]*\s+(\d{2,4})\b/.exec(header) ?? [];
  const index = MONTHS.indexOf(month.toLowerCase());
  if (index < 0) return null;
  const written = Number(year);
  const full = written < 50 ? written + 2000 : written < 1000 ? written + 1900 : written;
  const date = new Date(Date.UTC(full, index, Number(day)));
  return date.getUTCDate() === Number(day) ? date.toISOString().slice(0, 10) : null;
}
