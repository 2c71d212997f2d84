import { detect } from "chardet";

/**
 * Reads bytes as text, in whatever encoding they are: by a byte order mark, by being UTF-8, by what a page says of itself, or by which
 * letters are frequent.
 * @returns the text, and the encoding's name (WHATWG) as it was told or guessed
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: string } {
  const marked = byMark(bytes);
  if (marked) return { text: new TextDecoder(marked).decode(bytes), encoding: marked };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "utf-8" };
  } catch {
    // Not UTF-8.
  }
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  const said = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)|<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i.exec(head);
  for (const label of [said?.[1] ?? said?.[2], detect(sampleOf(bytes)), "windows-1252"]) {
    // A page that says UTF-8 and is not lies.
    if (!label || /^utf-?8$/i.test(label)) continue;
    try {
      const decoder = new TextDecoder(label);
      return { text: decoder.decode(bytes), encoding: decoder.encoding };
    } catch {
      // A name that no decoder knows.
    }
  }
  throw new RangeError("windows-1252 is known to every decoder");
}

/** Bytes that are enough to tell an encoding by; to count the letters of a large file takes seconds. */
const SAMPLE = 256 * 1024;

/** A part of a text by which its encoding shows: from shortly before the first letter that is not ASCII. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte > 127);
  const from = Math.max(0, first - 1024);
  return bytes.subarray(from, from + SAMPLE);
}

function byMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return null;
}
