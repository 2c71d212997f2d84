import { TooLarge } from "../office/too-large";

/** A message or a part of one (RFC 2045, 2046). */
export interface MimePart {
  /** By name in lower case; of repeated ones the first. Unfolded, still encoded, one character for each byte. */
  headers: ReadonlyMap<string, string>;
  /** Such as "text/html", in lower case. */
  type: string;
  /** Parameters of the type, such as charset, by name in lower case. */
  parameters: ReadonlyMap<string, string>;
  /** The decoded content; empty if it has parts. */
  content: Uint8Array;
  parts: MimePart[];
}

/** More than any message has. */
const MAX_PARTS = 5000;
const MAX_DEPTH = 30;
/** In UTF-16 units; the rest of a longer header is not read. */
const MAX_HEADER = 100_000;

/** Splits a message into its parts. @throws TooLarge */
export function parseMime(bytes: Uint8Array): MimePart {
  return readPart(Buffer.from(bytes).toString("latin1"), "text/plain", 0, { left: MAX_PARTS });
}

function readPart(text: string, fallbackType: string, depth: number, budget: { left: number }): MimePart {
  if (--budget.left < 0 || depth > MAX_DEPTH) throw new TooLarge("too many parts");
  const { headers, body } = splitHeaders(text);
  const { value, parameters } = parseParameters(headers.get("content-type") ?? fallbackType);
  const type = /^[\w.+-]+\/[\w.+-]+$/.test(value) ? value : fallbackType;
  const boundary = parameters.get("boundary");
  if (type.startsWith("multipart/") && boundary) {
    const inner = type === "multipart/digest" ? "message/rfc822" : "text/plain";
    const parts = splitParts(body, boundary).map((part) => readPart(part, inner, depth + 1, budget));
    return { headers, type, parameters, content: new Uint8Array(), parts };
  }
  return { headers, type, parameters, content: decodeBody(body, headers), parts: [] };
}

function splitHeaders(text: string): { headers: Map<string, string>; body: string } {
  const headers = new Map<string, string>();
  let at = 0;
  let name = "";
  while (at < text.length) {
    const end = text.indexOf("\n", at);
    const line = text.slice(at, end < 0 ? undefined : end).replace(/\r$/, "");
    const next = end < 0 ? text.length : end + 1;
    if (line === "") return { headers, body: text.slice(next) };
    if (/^[ \t]/.test(line)) {
      const before = headers.get(name) ?? "";
      if (name && before.length < MAX_HEADER) headers.set(name, `${before} ${line.trim()}`);
    } else {
      const found = /^([!-9;-~]+)[ \t]*:[ \t]*(.*)$/s.exec(line);
      // No header: the body begins without an empty line.
      if (!found) return { headers, body: text.slice(at) };
      const isFirst = !headers.has((found[1] ?? "").toLowerCase());
      name = isFirst ? (found[1] ?? "").toLowerCase() : "";
      if (isFirst) headers.set(name, (found[2] ?? "").trim());
    }
    at = next;
  }
  return { headers, body: "" };
}

/** The texts between the boundaries of a body. */
function splitParts(body: string, boundary: string): string[] {
  const sign = `--${boundary}`;
  const parts: string[] = [];
  let start = -1;
  for (let at = body.indexOf(sign); at >= 0; at = body.indexOf(sign, at + sign.length)) {
    if (at > 0 && body[at - 1] !== "\n") continue;
    const rest = body.slice(at + sign.length, at + sign.length + 200);
    const end = /^(--)?[ \t]*(?:\r?\n|$)/.exec(rest);
    if (!end) continue;
    if (start >= 0) parts.push(body.slice(start, at).replace(/\r?\n$/, ""));
    if (end[1]) return parts;
    start = at + sign.length + end[0].length;
    if (parts.length > MAX_PARTS) throw new TooLarge("too many parts");
  }
  // A message that was cut off.
  if (start >= 0) parts.push(body.slice(start));
  return parts;
}

/** A header's value and its parameters: `text/plain; charset="utf-8"`, those in pieces and encodings of RFC 2231 included. */
export function parseParameters(header: string): { value: string; parameters: Map<string, string> } {
  const parameters = new Map<string, string>();
  const value = (/^[^;]*/.exec(header)?.[0] ?? "").trim().toLowerCase();
  const pattern = /;\s*([^\s=;*]+)(?:\*(\d*))?\*?\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;]*))/g;
  for (const [, name = "", piece, quoted, plain] of header.slice(0, 10_000).matchAll(pattern)) {
    const key = name.toLowerCase();
    const text = quoted?.replace(/\\(.)/g, "$1") ?? plain ?? "";
    const before = piece && piece !== "0" ? (parameters.get(key) ?? "") : "";
    parameters.set(key, before + text);
  }
  return { value, parameters };
}

function decodeBody(body: string, headers: ReadonlyMap<string, string>): Uint8Array {
  switch ((headers.get("content-transfer-encoding") ?? "").trim().toLowerCase()) {
    case "base64":
      return Buffer.from(body, "base64");
    case "quoted-printable":
      return decodeQuotedPrintable(body);
    default:
      return Buffer.from(body, "latin1");
  }
}

/** Decodes quoted-printable text (RFC 2045, 6.7). */
export function decodeQuotedPrintable(text: string): Uint8Array {
  const lines = text.split("\n").map((line, index, all) => {
    if (index === all.length - 1) return line;
    const end = line.endsWith("\r") ? "\r\n" : "\n";
    // White space at the end of a line is from the transport.
    const shown = line.trimEnd();
    return shown.endsWith("=") ? shown.slice(0, -1) : shown + end;
  });
  return Buffer.from(
    lines
      .join("")
      .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  );
}
