/** What windows-1252 has instead of the control characters U+0080 to U+009F. */
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/**
 * Decodes bytes in an encoding of the WHATWG standard. Node decodes windows-1252 as ISO 8859-1, which loses its quotation marks and the euro.
 * @param encoding as `encodingOf` returns it
 */
export function decodeAs(bytes: Uint8Array, encoding: string): string {
  const text = new TextDecoder(encoding).decode(bytes);
  if (encoding !== "windows-1252") return text;
  return text.replace(/[\u0080-\u009f]/g, (sign) => WINDOWS_1252[sign.charCodeAt(0) - 0x80] ?? sign);
}

/**
 * The encoding that a label names: "latin1" is windows-1252.
 * @returns its name in lower case; null for a label that the WHATWG standard does not know, or that no decoder here can read
 */
export function encodingOf(label: string): string | null {
  const plain = label.trim().toLowerCase();
  if (plain === "x-user-defined") return "windows-1252";
  try {
    return new TextDecoder(plain).encoding;
  } catch {
    return null;
  }
}
