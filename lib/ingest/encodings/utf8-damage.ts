/** Bytes examined, from the first that is not ASCII. */
const SAMPLE_BYTES = 65_536;

/**
 * How much of some bytes is UTF-8: how many letters outside ASCII are encoded in it, and how many bytes cannot be.
 * @param bytes only a part is examined: the first 64 KB from the first byte that is not ASCII
 */
export function utf8Evidence(bytes: Uint8Array): { valid: number; damaged: number } {
  const first = bytes.findIndex((byte) => byte > 127);
  if (first === -1) return { valid: 0, damaged: 0 };
  const sample = bytes.subarray(first, first + SAMPLE_BYTES);
  let valid = 0;
  let damaged = 0;
  for (let at = 0; at < sample.length; ) {
    const length = sequenceLength(sample, at);
    if (length === 0) damaged++;
    else if (length > 1) valid++;
    at += length || 1;
  }
  return { valid, damaged };
}

/** The bytes of the letter at some position, 0 if it is not one in UTF-8. Half of a pair of surrogates counts as one. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const length = lead >= 0xf0 && lead < 0xf5 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0;
  if (length === 0 || lead >= 0xf5) return 0;
  for (let next = 1; next < length; next++) {
    if (at + next === bytes.length) return length;
    if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  const second = bytes[at + 1] ?? 0x80;
  if (
    (lead === 0xe0 && second < 0xa0) ||
    (lead === 0xf0 && second < 0x90) ||
    (lead === 0xf4 && second > 0x8f)
  )
    return 0;
  return length;
}

/**
 * Decodes damaged UTF-8. Letters that a program wrote as two surrogates (CESU-8) are read as what they are; U+FFFD stands for what cannot be
 * read.
 * @returns the text, and how many U+FFFD stand for damage
 */
export function decodeDamagedUtf8(bytes: Uint8Array): { text: string; damaged: number } {
  const text = new TextDecoder("utf-8").decode(withoutSurrogates(bytes));
  let written = 0;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = buffer.indexOf(WRITTEN); at !== -1; at = buffer.indexOf(WRITTEN, at + 3)) written++;
  return { text, damaged: Math.max(0, text.split("\ufffd").length - 1 - written) };
}

/** U+FFFD in UTF-8. */
const WRITTEN = Buffer.from([0xef, 0xbf, 0xbd]);

/** The bytes with pairs of surrogates in four bytes, as UTF-8 has them, and each single surrogate as U+FFFD. */
function withoutSurrogates(bytes: Uint8Array): Uint8Array {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Uint8Array[] = [];
  let from = 0;
  for (let at = buffer.indexOf(0xed); at !== -1; at = buffer.indexOf(0xed, Math.max(at + 1, from))) {
    const high = surrogateAt(buffer, at);
    if (high === null) continue;
    if (parts.length > MAX_PARTS) break;
    const low = high < 0xdc00 ? surrogateAt(buffer, at + 3) : null;
    const isPair = low !== null && low >= 0xdc00;
    parts.push(
      buffer.subarray(from, at),
      Buffer.from(isPair ? String.fromCharCode(high, low) : "\ufffd", "utf8"),
    );
    from = at + (isPair ? 6 : 3);
  }
  return parts.length === 0 ? bytes : Buffer.concat([...parts, buffer.subarray(from)]);
}

/** More surrogates are no text. */
const MAX_PARTS = 20_000;

function surrogateAt(bytes: Uint8Array, at: number): number | null {
  const [lead = 0, second = 0, third = 0] = bytes.subarray(at, at + 3);
  if (lead !== 0xed || second < 0xa0 || second > 0xbf || (third & 0xc0) !== 0x80) return null;
  return 0xd000 | ((second & 0x3f) << 6) | (third & 0x3f);
}
