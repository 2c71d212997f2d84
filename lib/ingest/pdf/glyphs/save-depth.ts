import { inflateSync } from "node:zlib";

/** Bytes of all streams that are searched; the rest of a longer file is not. */
const MAX_SEARCHED = 64 * 1024 * 1024;
/** Bytes before a stream that hold its dictionary. */
const DICTIONARY = 1000;
/** Streams that hold no operators: pictures, fonts, tables of characters, parts of the file itself. */
const NO_CONTENT =
  /\/(?:Subtype\s*\/Image|Length1|Length2|FontFile|CIDInit|Type\s*\/(?:XRef|ObjStm|Metadata))\b/;

/**
 * How deep the pages of a PDF save their state ("q") without restoring it ("Q"), counted over the file. The time that the reader of PDFs
 * takes grows with the square of this: some hundred thousand would take hours. It only counts, and takes linear time.
 * @param limit the search ends at this depth
 */
export function saveDepth(bytes: Uint8Array, limit: number): number {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let left = MAX_SEARCHED;
  let depth = 0;
  let deepest = 0;
  for (let at = file.indexOf("stream"); at >= 0 && left > 0; at = file.indexOf("stream", at)) {
    const start = at + (file[at + 6] === 13 ? 8 : 7);
    const end = file.indexOf("endstream", start);
    const head = file.toString("latin1", Math.max(0, at - DICTIONARY), at);
    const dictionary = head.slice(head.lastIndexOf(" obj"));
    at = end < 0 ? file.length : end + 9;
    if (NO_CONTENT.test(dictionary)) continue;
    const content = contentOf(file.subarray(start, end < 0 ? file.length : end), dictionary, left);
    left -= content.length;
    for (const change of savesIn(content)) {
      depth = Math.max(0, depth + change);
      if (depth > deepest) deepest = depth;
      if (deepest >= limit) return deepest;
    }
  }
  return deepest;
}

/** The bytes of a stream, unpacked; empty if it is packed in another way. */
function contentOf(stream: Buffer, dictionary: string, limit: number): Buffer {
  if (!/\/Filter\b/.test(dictionary)) return stream.subarray(0, limit);
  if (!/\/Filter\s*\[?\s*\/(?:FlateDecode|Fl)\s*(?:\]|\/|>|$)/.test(dictionary)) return Buffer.alloc(0);
  try {
    return inflateSync(stream, { maxOutputLength: limit, finishFlush: 2 });
  } catch {
    // Encrypted, damaged, or longer than what is left.
    return Buffer.alloc(0);
  }
}

/** For each operator that saves the state 1, for each that restores it -1. Text in parentheses holds no operators. */
function* savesIn(content: Buffer): Generator<1 | -1> {
  let inText = 0;
  for (let at = 0; at < content.length; at++) {
    const byte = content[at] as number;
    if (byte === BACKSLASH) at++;
    else if (byte === OPEN) inText++;
    else if (byte === CLOSE) inText = Math.max(0, inText - 1);
    else if (inText === 0 && (byte === SAVE || byte === RESTORE))
      if (content[at - 1] !== SLASH && isDelimiter(content[at - 1]) && isDelimiter(content[at + 1]))
        // After a slash it is a name.
        yield byte === SAVE ? 1 : -1;
  }
}

const [BACKSLASH, SLASH, OPEN, CLOSE, SAVE, RESTORE] = [..."\\/()qQ"].map((sign) => sign.charCodeAt(0));

/** Whether a byte ends an operator: white space, the start of another object, or the end of the stream. */
function isDelimiter(byte: number | undefined): boolean {
  return byte === undefined || byte <= 32 || /[[\]<>()/%]/.test(String.fromCharCode(byte));
}
