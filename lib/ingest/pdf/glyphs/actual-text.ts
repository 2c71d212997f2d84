import { deflateSync } from "node:zlib";
import { contentStreams } from "./content-streams";

/** The beginning of the name of marked content that carries its text: hexadecimal digits follow, or letters as they are, which are shorter. */
const NAME = "ActualText.";
const PLAIN_NAME = "ActualText:";
const KEY = "/ActualText";
/** Bytes of a text, and of its dictionary before and behind it. */
const MAX_TEXT = 40_000;
const MAX_HEAD = 200;
const MAX_TAIL = 400;
/** A file with more texts that cannot be read is hostile: each takes a search. */
const MAX_FAILED = 200;

/**
 * Makes pdf.js pass on the text that a PDF states for glyphs (ActualText, ISO 32000-1, 14.9.4), which it ignores: as the name of their marked
 * content, `/Span <</ActualText <FEFF0915>>> BDC` becomes `/ActualText.FEFF0915 BMC`. The bytes of a stream stay where they are; a stream that
 * would become longer stays as it is. Linear in the file.
 * @returns the same bytes if no stream states a text
 */
export function nameActualText(bytes: Uint8Array): Uint8Array {
  let copy: Uint8Array | null = null;
  const failed = { count: 0 };
  for (const { start, end, content, isPacked } of contentStreams(bytes)) {
    if (!content.includes(KEY)) continue;
    const named = Buffer.from(renamed(content.toString("latin1"), failed), "latin1");
    const packed = isPacked ? deflateSync(named, { level: 9, memLevel: 9 }) : named;
    if (packed.length > end - start) continue;
    copy ??= Uint8Array.from(bytes);
    copy.set(packed, start);
    // What follows packed content is not read; behind operators, spaces are nothing.
    copy.fill(isPacked ? 0 : 32, start + packed.length, isPacked ? start + packed.length : end);
  }
  return copy ?? bytes;
}

/** The text that the name of marked content carries; null for other names. */
export function actualTextOf(tag: unknown): string | null {
  if (typeof tag !== "string") return null;
  if (tag.startsWith(PLAIN_NAME)) return tag.slice(PLAIN_NAME.length);
  return tag.startsWith(NAME) ? textOf(Buffer.from(tag.slice(NAME.length), "hex")) : null;
}

/** A string of a PDF outside of its operators, as text. */
function textOf(bytes: Buffer): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(bytes.subarray(2));
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.toString("utf8", 3);
  // Close to PDFDocEncoding, which differs in a few signs that programs write as UTF-16.
  return new TextDecoder("windows-1252").decode(bytes);
}

function utf16(bytes: Buffer): string {
  const even = bytes.subarray(0, bytes.length & ~1);
  return Buffer.from(even).swap16().toString("utf16le");
}

function nameOf(hex: string): string {
  const text = textOf(Buffer.from(hex, "hex"));
  return /^[A-Za-z\d]+$/.test(text) ? PLAIN_NAME + text : NAME + hex;
}

/** Content with each dictionary that states a text replaced by a name. @param failed how often that was not possible so far */
function renamed(content: string, failed: { count: number }): string {
  const pieces: string[] = [];
  let done = 0;
  for (
    let at = content.indexOf(KEY);
    at >= 0 && failed.count < MAX_FAILED;
    at = content.indexOf(KEY, Math.max(done, at + KEY.length))
  ) {
    const before = content.slice(Math.max(done, at - MAX_HEAD), at);
    const tag = /\/[^\s/<>()[\]{}%]*\s*<<[^<>()]*$/.exec(before);
    const value = tag && stringAt(content, at + KEY.length);
    // Further names and strings of the dictionary, such as its language.
    const tail =
      value &&
      /^(?:[^<>()]|\((?:[^()\\]|\\[\s\S])*\)|<[\dA-Fa-f\s]*>)*>>\s*BDC\b/.exec(
        content.slice(value.end, value.end + MAX_TAIL),
      );
    if (!tag || !value || !tail) {
      failed.count += 1;
      continue;
    }
    pieces.push(content.slice(done, at - tag[0].length), `/${nameOf(value.hex)} BMC`);
    done = value.end + tail[0].length;
  }
  pieces.push(content.slice(done));
  return pieces.join("");
}

/** A string of a PDF as hexadecimal digits, and the position behind it. */
function stringAt(content: string, from: number): { hex: string; end: number } | null {
  let at = from;
  while (/\s/.test(content[at] ?? "")) at += 1;
  if (content[at] === "<") {
    const end = content.indexOf(">", at);
    if (end < 0 || end - at > MAX_TEXT) return null;
    const hex = content.slice(at + 1, end).replace(/\s+/g, "");
    return /^[\dA-Fa-f]*$/.test(hex) ? { hex: hex.length % 2 ? `${hex}0` : hex, end: end + 1 } : null;
  }
  return content[at] === "(" ? literalAt(content, at) : null;
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

function literalAt(content: string, open: number): { hex: string; end: number } | null {
  let text = "";
  let depth = 1;
  let at = open + 1;
  while (at < content.length && at - open < MAX_TEXT) {
    const sign = content[at] as string;
    if (sign === "\\") {
      const octal = /^[0-7]{1,3}/.exec(content.slice(at + 1, at + 4))?.[0];
      const next = content[at + 1] ?? "";
      if (octal) text += String.fromCharCode(Number.parseInt(octal, 8) & 255);
      else if (next !== "\n" && next !== "\r") text += ESCAPES[next] ?? next;
      at += 1 + (octal?.length ?? 1);
      continue;
    }
    if (sign === "(") depth += 1;
    if (sign === ")") depth -= 1;
    at += 1;
    if (depth === 0) return { hex: Buffer.from(text, "latin1").toString("hex"), end: at };
    text += sign;
  }
  return null;
}
