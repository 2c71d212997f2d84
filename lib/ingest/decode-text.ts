import { declaredEncoding } from "./encodings/declared-encoding";
import { decodeAs, encodingOf } from "./encodings/decode-as";
import { detectEncoding } from "./encodings/detect-encoding";
import { decodeDamagedUtf8, utf8Evidence } from "./encodings/utf8-damage";
import { utf16Structure } from "./encodings/utf16-structure";

/** A decoded text. */
export interface DecodedText {
  text: string;
  /** WHATWG name. */
  encoding: string;
  /** How many U+FFFD in the text stand for bytes that could not be read. */
  damaged: number;
}

/**
 * Decodes bytes in any encoding, by the WHATWG standard's order of evidence: byte order mark, HTTP header, declaration in the text,
 * otherwise by their structure and letters. A declaration that the bytes contradict does not count, and UTF-8 with some damage is still
 * UTF-8.
 * @param charset the encoding that the server declares
 */
export function decodeText(bytes: Uint8Array, charset?: string | undefined): DecodedText {
  const marked = byMark(bytes) ?? utf16Structure(bytes) ?? (isJapaneseMail(bytes) ? "iso-2022-jp" : null);
  if (marked) return decoded(bytes, marked);
  const declared = [charset && encodingOf(charset), declaredEncoding(bytes)].filter(
    // Without a mark or the structure of UTF-16, it is not UTF-16.
    (label): label is string => Boolean(label) && !label?.startsWith("utf-16"),
  );
  const legacy = declared.find((label) => label !== "utf-8" && fits(bytes, label));
  const { valid, damaged } = utf8Evidence(bytes);
  if (damaged === 0 && isUtf8(bytes)) {
    // Two bytes of an East Asian encoding can look like UTF-8 by chance; many cannot.
    const chance = valid > 0 && valid <= 3 && declared[0] === legacy && legacy && MULTIBYTE.test(legacy);
    return chance ? decoded(bytes, legacy) : { ...decoded(bytes, "utf-8"), damaged: 0 };
  }
  const isUtf8Declared = declared[0] === "utf-8";
  const enough = legacy && !isUtf8Declared ? valid >= 4 && valid >= 10 * damaged : valid >= damaged;
  if (enough) return { ...decodeDamagedUtf8(bytes), encoding: "utf-8" };
  return decoded(bytes, legacy ?? detectEncoding(bytes));
}

/** Encodings whose letters have several bytes. */
const MULTIBYTE = /^(?:shift_jis|euc-|gb|big5|iso-2022)/;
/** Bytes that are examined for errors. */
const SAMPLE_BYTES = 65_536;

/** Whether bytes can be read in an encoding: errors are the exception. */
function fits(bytes: Uint8Array, encoding: string): boolean {
  if (!MULTIBYTE.test(encoding)) return true;
  const first = Math.max(
    0,
    bytes.findIndex((byte) => byte > 127),
  );
  const sample = decodeAs(bytes.subarray(first, first + SAMPLE_BYTES), encoding);
  const letters = sample.match(/[^\0-\u007f]/g) ?? [];
  return letters.filter((letter) => letter === "\ufffd").length <= 0.1 * letters.length;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function decoded(bytes: Uint8Array, encoding: string): DecodedText {
  const text = decodeAs(bytes, encoding);
  // A letter of these can be cut like one of UTF-8; a single byte always stands for something.
  const damaged =
    MULTIBYTE.test(encoding) || encoding.startsWith("utf-") ? text.split("\ufffd").length - 1 : 0;
  return { text, encoding, damaged };
}

function byMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return null;
}

/** Whether this is ISO-2022-JP, of Japanese mails, which can pass as ASCII: "ESC $ B" and "ESC $ @" switch to Japanese. */
function isJapaneseMail(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  return (
    sample.every((byte) => byte < 0x80) &&
    sample.some(
      (byte, at) =>
        byte === 0x1b && sample[at + 1] === 0x24 && (sample[at + 2] === 0x42 || sample[at + 2] === 0x40),
    )
  );
}
