/**
 * Encodes a text for tests, by the inverse of the decoder. Only letters of one or two bytes are known.
 * @throws RangeError for a letter that the encoding does not have
 */
export function encodeAs(text: string, encoding: string): Uint8Array {
  if (encoding.startsWith("utf-16")) {
    const bytes = Buffer.from(text, "utf16le");
    return new Uint8Array(encoding === "utf-16be" ? bytes.swap16() : bytes);
  }
  const table = tableOf(encoding);
  return Uint8Array.from(
    [...text].flatMap((letter) => {
      const bytes = table.get(letter);
      if (!bytes) throw new RangeError(`${encoding} has no ${letter}`);
      return bytes;
    }),
  );
}

const tables = new Map<string, Map<string, number[]>>();

function tableOf(encoding: string): Map<string, number[]> {
  const known = tables.get(encoding);
  if (known) return known;
  const table = new Map<string, number[]>();
  const decoder = new TextDecoder(encoding, { fatal: true });
  const learn = (bytes: number[]) => {
    try {
      const letter = encoding === "windows-1252" ? latin(bytes) : decoder.decode(Uint8Array.from(bytes));
      if ([...letter].length === 1 && !table.has(letter)) table.set(letter, bytes);
    } catch {
      // Not a letter of this encoding.
    }
  };
  for (let byte = 0; byte < 256; byte++) learn([byte]);
  if (/^(shift_jis|euc-jp|euc-kr|gb18030|big5)$/.test(encoding))
    for (let lead = 0x81; lead < 0xff; lead++)
      for (let trail = 0x40; trail < 0xff; trail++) learn([lead, trail]);
  tables.set(encoding, table);
  return table;
}

/** Node decodes windows-1252 as ISO 8859-1; this is what the standard says of 80 to 9F. */
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

function latin([byte = 0]: number[]): string {
  return byte >= 0x80 && byte < 0xa0 ? (WINDOWS_1252[byte - 0x80] ?? "") : String.fromCharCode(byte);
}
