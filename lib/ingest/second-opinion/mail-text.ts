import type { FilePassage } from "@/lib/fidelity/passage";
import { JOINT } from "@/lib/fidelity/tokens-of";
import { decodeText } from "../decode-text";
import { visibleText } from "./visible-text";

/** A part of a message (RFC 2045, 2046): lines of its own, or further parts. One character for each byte. */
interface Part {
  headers: string;
  /** In lower case. */
  type: string;
  boundary: string | null;
  lines: string[];
  parts: Part[];
  isHead: boolean;
}

/** The visible text of a message: of its HTML, and of its plain text, which an import puts after it. */
interface MailText {
  html: FilePassage[];
  plain: FilePassage[];
}

/** Deeper messages are refused by the import. */
const MAX_DEPTH = 40;

/**
 * The visible text of a mail, or of a page that was saved as MHTML, line by line: a second reader beside the one that imports.
 * @param options.isPage whether it is a saved page, which has more than the article
 * @returns null if it has no text
 */
export function mailText(bytes: Uint8Array, { isPage }: { isPage: boolean }): FilePassage[] | null {
  const { html, plain } = textOf(partsOf(bytes));
  const all = [...html, ...plain].filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
  if (all.length === 0) return null;
  return isPage ? all : all.map(({ text }) => ({ text, isAroundArticle: false }));
}

/** Reads a message line by line: a boundary ends what is open inside its own part. */
function partsOf(bytes: Uint8Array): Part {
  const root = newPart("text/plain");
  const open = [root];
  const lines = Buffer.from(bytes).toString("latin1").split("\n");
  if (lines[0]?.startsWith("From ")) lines.shift();
  for (const line of lines) {
    const text = line.endsWith("\r") ? line.slice(0, -1) : line;
    const at = text.startsWith("--") ? open.findLastIndex((part) => isBoundary(text, part.boundary)) : -1;
    const owner = open[at];
    if (owner) {
      open.length = at + 1;
      // The last boundary ends the part; what follows is for programs that know no parts.
      if (text.trimEnd() === `--${owner.boundary}--`) owner.boundary = null;
      else if (open.length < MAX_DEPTH) {
        const part = newPart(owner.type === "multipart/digest" ? "message/rfc822" : "text/plain");
        owner.parts.push(part);
        open.push(part);
      }
      continue;
    }
    const part = open.at(-1) as Part;
    if (!part.isHead) part.lines.push(text);
    else if (text === "") endHead(part);
    else if (/^[ \t]/.test(text) || /^[!-9;-~]+[ \t]*:/.test(text)) part.headers += `\n${text}`;
    else {
      endHead(part);
      part.lines.push(text);
    }
  }
  return root;
}

function newPart(type: string): Part {
  return { headers: "", type, boundary: null, lines: [], parts: [], isHead: true };
}

function isBoundary(line: string, boundary: string | null): boolean {
  if (boundary === null) return false;
  const rest = line.slice(2);
  return rest.startsWith(boundary) && /^(?:--)?[ \t]*$/.test(rest.slice(boundary.length));
}

function endHead(part: Part): void {
  part.isHead = false;
  const declared = /^\s*([\w.+-]+\/[\w.+-]+)/.exec(headerOf(part, "content-type"))?.[1]?.toLowerCase();
  part.type = declared ?? part.type;
  if (part.type.startsWith("multipart/")) part.boundary = parameterOf(part, "content-type", "boundary");
}

/** The first header of a name, on one line. */
function headerOf({ headers }: Part, name: string): string {
  const found = new RegExp(`\\n${name}[ \\t]*:([^\\n]*(?:\\n[ \\t][^\\n]*)*)`, "i").exec(headers)?.[1];
  return found?.replaceAll("\n", " ").trim() ?? "";
}

/** A parameter of a header, put together if it is in pieces (RFC 2231). */
function parameterOf(part: Part, header: string, name: string): string | null {
  const pattern = new RegExp(
    `;\\s*${name}(?:\\*\\d*)?\\*?\\s*=\\s*(?:"((?:[^"\\\\]|\\\\.)*)"|([^;\\s]*))`,
    "gi",
  );
  const pieces = [...headerOf(part, header).matchAll(pattern)].map(
    ([, quoted, plain]) => quoted?.replaceAll(/\\(.)/g, "$1") ?? plain ?? "",
  );
  return pieces.length > 0 ? pieces.join("") : null;
}

function textOf(part: Part): MailText {
  const nothing: MailText = { html: [], plain: [] };
  // Attachments are named in a note.
  if (/^\s*attachment\b/i.test(headerOf(part, "content-disposition")) || part.type.startsWith("message/"))
    return nothing;
  switch (part.type) {
    case "text/html":
    case "application/xhtml+xml":
      return { html: visibleText(decoded(part)), plain: [] };
    case "text/plain":
      return { html: [], plain: linesOf(part) };
    case "multipart/alternative": {
      const forms = part.parts.map(textOf);
      return (
        forms.findLast(({ html }) => html.length > 0) ??
        forms.findLast(({ plain }) => plain.length > 0) ??
        nothing
      );
    }
    case "multipart/related": {
      const start = parameterOf(part, "content-type", "start")?.trim();
      const named = part.parts.find((each) => start && headerOf(each, "content-id") === start);
      const root = named ?? part.parts[0];
      return root ? textOf(root) : nothing;
    }
  }
  const all = part.parts.map(textOf);
  return { html: all.flatMap(({ html }) => html), plain: all.flatMap(({ plain }) => plain) };
}

/** The lines of plain text. A line that was broken with a space deleted may join two halves of a word (RFC 3676). */
function linesOf(part: Part): FilePassage[] {
  const dropsSpace = parameterOf(part, "content-type", "delsp")?.toLowerCase() === "yes";
  const text = decoded(part);
  const whole = dropsSpace ? text.replaceAll(/ \r?\n/g, JOINT) : text;
  return whole.split("\n").map((line) => ({ text: line, isAroundArticle: false }));
}

/** The content of a part as text: its transfer encoding undone, in its charset, or else by what it is. */
function decoded(part: Part): string {
  const bytes = bytesOf(part);
  const charset = parameterOf(part, "content-type", "charset") ?? "";
  try {
    // Programs declare ASCII for anything.
    if (charset && !/^(?:us-)?ascii$|^ansi/i.test(charset)) return new TextDecoder(charset).decode(bytes);
  } catch {
    // An unknown charset.
  }
  return decodeText(bytes).text;
}

function bytesOf(part: Part): Uint8Array {
  const encoding = headerOf(part, "content-transfer-encoding").toLowerCase();
  const body = part.lines.join("\n");
  if (encoding === "base64") return Buffer.from(body, "base64");
  if (encoding !== "quoted-printable") return Buffer.from(body, "latin1");
  const bytes: number[] = [];
  for (const line of part.lines) {
    const end = line.trimEnd();
    const isSoft = end.endsWith("=");
    const shown = isSoft ? end.slice(0, -1) : end;
    for (let at = 0; at < shown.length; at++) {
      const hex = shown[at] === "=" ? /^[0-9a-f]{2}$/i.exec(shown.slice(at + 1, at + 3))?.[0] : undefined;
      bytes.push(hex ? Number.parseInt(hex, 16) : shown.charCodeAt(at));
      if (hex) at += 2;
    }
    if (!isSoft) bytes.push(10);
  }
  return Uint8Array.from(bytes);
}
