import { inflateSync } from "node:zlib";

/** Bytes of all streams that are searched; the rest of a longer file is not. */
const MAX_SEARCHED = 64 * 1024 * 1024;
/** Bytes before a stream that hold its dictionary. */
const DICTIONARY = 1000;
/** Streams that hold no operators: pictures, fonts, tables of characters, parts of the file itself. */
const NO_CONTENT =
  /\/(?:Subtype\s*\/Image|Length1|Length2|FontFile|CIDInit|Type\s*\/(?:XRef|ObjStm|Metadata))\b/;

/** A stream of a PDF that can hold operators. */
export interface ContentStream {
  /** Where its bytes are in the file. */
  start: number;
  end: number;
  /** Unpacked; empty if it is packed in another way. */
  content: Buffer;
  isPacked: boolean;
}

/** The streams of a PDF that can hold the operators of its pages, in the order of the file. Linear in the file. */
export function* contentStreams(bytes: Uint8Array): Generator<ContentStream> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let left = MAX_SEARCHED;
  for (let at = file.indexOf("stream"); at >= 0 && left > 0; at = file.indexOf("stream", at)) {
    const start = at + (file[at + 6] === 13 ? 8 : 7);
    const found = file.indexOf("endstream", start);
    const end = found < 0 ? file.length : found;
    const head = file.toString("latin1", Math.max(0, at - DICTIONARY), at);
    const dictionary = head.slice(head.lastIndexOf(" obj"));
    at = found < 0 ? file.length : found + 9;
    if (NO_CONTENT.test(dictionary)) continue;
    const isPacked = /\/Filter\b/.test(dictionary);
    const stream = file.subarray(start, end);
    const content = isPacked ? unpacked(stream, dictionary, left) : stream.subarray(0, left);
    left -= content.length;
    yield { start, end, content, isPacked };
  }
}

function unpacked(stream: Buffer, dictionary: string, limit: number): Buffer {
  if (!/\/Filter\s*\[?\s*\/(?:FlateDecode|Fl)\s*(?:\]|\/|>|$)/.test(dictionary)) return Buffer.alloc(0);
  try {
    return inflateSync(stream, { maxOutputLength: limit, finishFlush: 2 });
  } catch {
    // Encrypted, damaged, or longer than what is left.
    return Buffer.alloc(0);
  }
}
