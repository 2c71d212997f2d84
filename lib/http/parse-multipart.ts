import { err, ok, type Result } from "@/lib/result";

/** One field of a form. */
export interface FormPart {
  name: string;
  /** Null for a field without a file name. */
  filename: string | null;
  /** A part of the bytes that were parsed, not a copy. */
  bytes: Buffer<ArrayBuffer>;
}

/** Maximum bytes of the header of a part. */
const MAX_HEADER_LENGTH = 16 * 1024;
/** By RFC 2046, section 5.1.1, a boundary has at most 70 characters. */
const MAX_BOUNDARY_LENGTH = 200;

/**
 * Reads a form (RFC 7578; file names as browsers write them). `Response.formData()` copies the file several times and looks at it byte by byte,
 * which holds up the server for seconds at 32 MB; this only searches for the boundary.
 * @param type the header Content-Type, with the boundary
 * @param max the most parts: no more are read
 */
export function parseMultipart(
  bytes: Buffer<ArrayBuffer>,
  type: string,
  max: number,
): Result<FormPart[], "malformed" | "too-many-parts"> {
  const [, quoted, plain = ""] = /boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(type) ?? [];
  const boundary = quoted ?? plain;
  if (boundary === "" || boundary.length > MAX_BOUNDARY_LENGTH) return err("malformed");
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  const parts: FormPart[] = [];
  // The first one can be at the start, where no line ends before it.
  let at = isAt(bytes, delimiter.subarray(2), 0) ? -2 : findDelimiter(bytes, delimiter, 0);
  while (at !== null) {
    const afterDelimiter = at + delimiter.length;
    if (isAt(bytes, DASHES, afterDelimiter)) return ok(parts);
    if (parts.length === max) return err("too-many-parts");
    const headerStart = endOfLine(bytes, afterDelimiter);
    if (headerStart === null) return err("malformed");
    const headerEnd = bytes.subarray(headerStart, headerStart + MAX_HEADER_LENGTH).indexOf(BLANK_LINE);
    if (headerEnd < 0) return err("malformed");
    const contentStart = headerStart + headerEnd + BLANK_LINE.length;
    const contentEnd = findDelimiter(bytes, delimiter, contentStart);
    if (contentEnd === null) return err("malformed");
    const header = readHeader(bytes.toString("utf8", headerStart, headerStart + headerEnd));
    if (!header) return err("malformed");
    parts.push({ ...header, bytes: bytes.subarray(contentStart, contentEnd) });
    at = contentEnd;
  }
  return err("malformed");
}

const LINE_BREAK = Buffer.from("\r\n");
const BLANK_LINE = Buffer.from("\r\n\r\n");
const DASHES = Buffer.from("--");

function isAt(bytes: Buffer, text: Buffer, at: number): boolean {
  return bytes.subarray(at, at + text.length).equals(text);
}

/** A sender chooses a boundary that is not in what it sends. Text that begins like it is seldom; to look at a million of them takes seconds. */
const MAX_SIMILAR = 1_000;

/** Where the next delimiter begins; null if there is none. Text that only begins like it is none. */
function findDelimiter(bytes: Buffer, delimiter: Buffer, from: number): number | null {
  let at = bytes.indexOf(delimiter, from);
  for (let similar = 0; at >= 0 && similar < MAX_SIMILAR; similar++) {
    const end = at + delimiter.length;
    if (isAt(bytes, DASHES, end) || endOfLine(bytes, end) !== null) return at;
    at = bytes.indexOf(delimiter, at + 1);
  }
  return null;
}

/** Where the next line begins, if nothing but a few spaces is before it; otherwise null. */
function endOfLine(bytes: Buffer, from: number): number | null {
  let at = from;
  while (at < from + MAX_PADDING && (bytes[at] === 0x20 || bytes[at] === 0x09)) at += 1;
  return isAt(bytes, LINE_BREAK, at) ? at + LINE_BREAK.length : null;
}

const MAX_PADDING = 100;

/** The name of a field, and of its file. Null if the part is no field, or has an encoding of its own, which RFC 7578 does away with. */
function readHeader(text: string): Pick<FormPart, "name" | "filename"> | null {
  const lines = text.split("\r\n");
  const headerValue = (name: string) =>
    lines.find((line) => line.toLowerCase().startsWith(`${name}:`))?.slice(name.length + 1) ?? null;
  const disposition = headerValue("content-disposition");
  const encoding = headerValue("content-transfer-encoding")?.trim().toLowerCase() ?? "binary";
  if (disposition === null || !/^\s*form-data\s*;/i.test(disposition)) return null;
  if (!["binary", "7bit", "8bit"].includes(encoding)) return null;
  const name = parameterOf(disposition, "name");
  return name === null ? null : { name, filename: parameterOf(disposition, "filename") };
}

function parameterOf(disposition: string, name: string): string | null {
  const found = new RegExp(`;\\s*${name}=(?:"((?:[^"\\\\]|\\\\.)*)"|([^\\s;"]+))`, "i").exec(disposition);
  const value = found?.[1] ?? found?.[2];
  if (value === undefined) return null;
  return value
    .replace(/\\(["\\])/g, "$1")
    .replaceAll("%22", '"')
    .replaceAll("%0D", "\r")
    .replaceAll("%0A", "\n");
}
