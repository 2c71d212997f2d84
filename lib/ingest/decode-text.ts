import { detect } from "chardet";

/**
 * Decodes bytes in any encoding: by byte order mark, by byte structure (UTF-16, ISO-2022-JP), as valid UTF-8, by the page's declaration, or by
 * letter frequency.
 * @returns the text, and the declared or guessed encoding (WHATWG name)
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: string } {
  const marked = byMark(bytes) ?? byByteStructure(bytes);
  if (marked) return { text: new TextDecoder(marked).decode(bytes), encoding: marked };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "utf-8" };
  } catch {
    // Not UTF-8.
  }
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  const declared = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)|<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i.exec(
    head,
  );
  for (const label of [declared?.[1] ?? declared?.[2], detect(sampleOf(bytes)), "windows-1252"]) {
    // It is not UTF-8 or UTF-16, whatever the page declares.
    if (!label || /^utf-?(8|16)/i.test(label)) continue;
    try {
      const decoder = new TextDecoder(label);
      return { text: decoder.decode(bytes), encoding: decoder.encoding };
    } catch {
      // An unknown encoding.
    }
  }
  throw new RangeError("windows-1252 is known to every decoder");
}

/** Enough bytes to guess an encoding; analysing a large file takes seconds. */
const SAMPLE_BYTES = 256 * 1024;

/** A sample that shows the encoding: from shortly before the first non-ASCII byte. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte > 127);
  const from = Math.max(0, first - 1024);
  return bytes.subarray(from, from + SAMPLE_BYTES);
}

function byMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return null;
}

/** Bytes examined for their structure. */
const STRUCTURE_SAMPLE_BYTES = 65_536;

/** Detects UTF-16 without a byte order mark, and ISO-2022-JP of Japanese mails: both can pass as UTF-8. */
function byByteStructure(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, STRUCTURE_SAMPLE_BYTES);
  // "ESC $ B" and "ESC $ @" switch to Japanese.
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
    // The other half of a space, a line end or an ASCII letter.
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
