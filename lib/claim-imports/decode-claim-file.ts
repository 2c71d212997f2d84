/**
 * The text of a file: UTF-8, UTF-16 with a byte order mark, or, as spreadsheets on Windows save tables, Windows-1252.
 * @returns never fails: every sequence of bytes is some text
 */
export function decodeClaimFile(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
