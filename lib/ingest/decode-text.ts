import { detect } from "chardet";

/**
 * Reads bytes as text, in whatever encoding they are: by a byte order mark, by how it is built (UTF-16, ISO-2022-JP), by being UTF-8, by what a page says of itself, or by which
 * letters are frequent.
 * @returns the text, and the encoding's name (WHATWG) as it was told or guessed
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: string } {
  const marked = byMark(bytes) ?? byBuild(bytes);
  if (marked) return { text: new TextDecoder(marked).decode(bytes), encoding: marked };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "utf-8" };
  } catch {
    // Not UTF-8.
  }
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  const said = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)|<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i.exec(head);
  for (const label of [said?.[1] ?? said?.[2], detect(sampleOf(bytes)), "windows-1252"]) {
    // A page that says UTF-8 or UTF-16 and is not lies.
    if (!label || /^utf-?(8|16)/i.test(label)) continue;
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

/** Bytes that are looked at to tell how a text is built. */
const UNMARKED_SAMPLE = 65_536;

/** UTF-16 without a mark, and the encoding of Japanese mails: both may pass for UTF-8. */
function byBuild(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, UNMARKED_SAMPLE);
  // "ESC $ B", "ESC $ @" and their like change to Japanese.
  if (
    sample.every((byte) => byte < 0x80) &&
    sample.some((byte, at) => byte === 0x1b && sample[at + 1] === 0x24 && /[@B]/.test(letter(sample[at + 2])))
  )
    return "iso-2022-jp";
  const zeros = [0, 0];
  let letters = 0;
  sample.forEach((byte, at) => {
    if (byte !== 0) return;
    zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
    // The other half of a space, of a line's end, of a letter of ASCII.
    if (/[\t\n\r -~]/.test(letter(sample[at ^ 1]))) letters++;
  });
  const [even = 0, odd = 0] = zeros;
  if (bytes.length % 2 !== 0 || letters < 2 || letters < 0.9 * (even + odd)) return null;
  if (odd > 9 * even) return "utf-16le";
  return even > 9 * odd ? "utf-16be" : null;
}

function letter(byte = 0): string {
  return String.fromCharCode(byte);
}
