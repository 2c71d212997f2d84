import { SINGLE_LETTERS } from "./letter-tables";

/** Bytes examined for their structure. */
const SAMPLE_BYTES = 65_536;

const KANA = /[\u3041-\u30ff]/;
const IDEOGRAPHIC = /[\u3001-\u30ff\u3400-\u9fff\uac00-\ud7a3\uff01-\uff9f]/;
const ORDINARY = /[\t\n\r -~\u00a0-\u00ff\u2010-\u2026]/;
const common = new Set(
  ["zh", "ja", "ko"].flatMap((language) => [...(SINGLE_LETTERS[language] ?? "")].slice(0, 300)),
);

/** Detects UTF-16 without a byte order mark: most such texts are also valid UTF-8 or valid in an older encoding. @returns its name, or null */
export function utf16Structure(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes.length % 2 !== 0 || bytes.length < 8) return null;
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  return byZeros(sample) ?? byHighBytes(sample) ?? byIdeographs(sample);
}

/** By the zeros of ASCII letters, spaces and line ends. */
function byZeros(sample: Uint8Array): "utf-16le" | "utf-16be" | null {
  const zeros = [0, 0];
  let letters = 0;
  sample.forEach((byte, at) => {
    if (byte !== 0) return;
    zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
    // The other half of a space, a line end or an ASCII letter.
    if (/[\t\n\r -~]/.test(String.fromCharCode(sample[at ^ 1] ?? 0))) letters++;
  });
  const [even = 0, odd = 0] = zeros;
  if (letters < 2 || letters < 0.9 * (even + odd)) return null;
  if (odd > 9 * even) return "utf-16le";
  return even > 9 * odd ? "utf-16be" : null;
}

/** By the high bytes of a script with few letters: nearly all are the same, such as 04 for Cyrillic. */
function byHighBytes(sample: Uint8Array): "utf-16le" | "utf-16be" | null {
  for (const [encoding, high] of [
    ["utf-16be", 0],
    ["utf-16le", 1],
  ] as const) {
    const counts = new Uint32Array(256);
    for (let at = high; at < sample.length; at += 2)
      counts[sample[at] ?? 0] = (counts[sample[at] ?? 0] ?? 0) + 1;
    const script = counts.subarray(0x03, 0x11).reduce((sum, count) => sum + count, 0);
    const other = (counts[0x00] ?? 0) + (counts[0x20] ?? 0);
    if (script > 0.5 * (sample.length / 2) && script + other > 0.98 * (sample.length / 2)) return encoding;
  }
  return null;
}

/** By the letters of Chinese, Japanese or Korean: nearly all of them are, and common ones prevail. */
function byIdeographs(sample: Uint8Array): "utf-16le" | "utf-16be" | null {
  for (const encoding of ["utf-16be", "utf-16le"] as const) {
    const letters = [...new TextDecoder(encoding).decode(sample)];
    const count = (test: (letter: string) => boolean) => letters.filter(test).length / letters.length;
    const ideographic = count((letter) => IDEOGRAPHIC.test(letter));
    if (ideographic + count((letter) => ORDINARY.test(letter)) < 0.97 || ideographic < 0.3) continue;
    if (count((letter) => KANA.test(letter)) > 0.2 || count((letter) => common.has(letter)) > 0.3)
      return encoding;
  }
  return null;
}
