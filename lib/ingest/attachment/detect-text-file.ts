import { decodeText } from "../decode-text";

export const TEXT_ENDINGS = {
  "text/plain": ["txt", "text", "log"],
  "text/markdown": ["md", "markdown"],
  "message/rfc822": ["eml"],
} as const;
export type TextMediaType = keyof typeof TEXT_ENDINGS;

/** Bytes at the beginning in which the headers of a mail are looked for. */
const HEAD = 64 * 1024;

/**
 * The type of a text file: plain text, Markdown or a mail, by the end of its name and its content.
 * @returns null if the name is that of no text, or if the content isn't text
 */
export function detectTextFile(name: string, bytes: Uint8Array): TextMediaType | null {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  const types = Object.entries(TEXT_ENDINGS) as [TextMediaType, readonly string[]][];
  const type = types.find(([, endings]) => endings.includes(ending))?.[0];
  if (!type || !isText(bytes)) return null;
  const { text: head } = decodeText(bytes.subarray(0, HEAD));
  switch (type) {
    case "message/rfc822":
      return isMail(head) ? type : null;
    case "text/plain":
      // A page, a drawing or a program under another name.
      return /^\s*(?:%PDF-|<[?!a-z]|#!)/i.test(head) ? null : type;
    case "text/markdown":
      return /^\s*(?:%PDF-|<(?:!doctype|html|svg|script|\?)|#!\/)/i.test(head) ? null : type;
  }
}

/** Whether bytes are text in any encoding: without control characters, or UTF-16 with a byte order mark. */
function isText(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (isUtf16) return bytes.length % 2 === 0;
  for (const byte of bytes) if (byte < 32 && (byte < 9 || byte > 13) && byte !== 27) return false;
  return true;
}

/** Headers of RFC 5322, up to the first empty line: who sent it, and when or what about. */
function isMail(text: string): boolean {
  const lines = text.split(/\r\n|\r|\n/);
  const end = lines.indexOf("");
  const headers = lines.slice(0, end === -1 ? undefined : end);
  if (!headers.every((line) => /^(?:[!-9;-~]+:|[ \t]|From )/.test(line))) return false;
  const has = (name: RegExp) => headers.some((line) => name.test(line));
  return has(/^from:/i) && has(/^(?:date|subject|to|received|message-id):/i);
}
