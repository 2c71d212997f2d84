import { expect, test } from "vitest";
import { decodeText } from "../decode-text";
import { encodeAs } from "./encode-as";
import texts from "./sample-texts.json";

/** The texts that are tried in each encoding. */
const ENCODINGS: Record<string, (keyof typeof texts)[]> = {
  "windows-1252": ["de", "fr", "es", "it", "pt", "sv", "da", "fi", "is", "nl"],
  "iso-8859-15": ["de", "fr", "es", "fi", "et"],
  "windows-1250": ["pl", "cs", "sk", "hu", "ro", "hr"],
  "iso-8859-2": ["pl", "cs", "sk", "hu", "ro", "hr"],
  "windows-1251": ["ru", "uk", "bg", "sr", "be"],
  "koi8-r": ["ru"],
  "koi8-u": ["ru", "uk"],
  ibm866: ["ru", "bg"],
  "iso-8859-5": ["ru", "uk", "bg", "sr", "be"],
  "x-mac-cyrillic": ["ru", "uk", "bg"],
  "windows-1253": ["el"],
  "iso-8859-7": ["el"],
  "windows-1254": ["tr"],
  "windows-1255": ["he"],
  "iso-8859-8": ["he"],
  "windows-1256": ["ar", "fr"],
  "iso-8859-6": ["ar"],
  "windows-1257": ["lt", "lv", "et"],
  "iso-8859-13": ["lt", "lv"],
  "iso-8859-4": ["lt", "lv", "et"],
  macintosh: ["de", "fr", "es", "it"],
  "windows-874": ["th"],
  shift_jis: ["ja", "ja2"],
  "euc-jp": ["ja", "ja2"],
  gb18030: ["zh", "zh2", "zh-hant"],
  big5: ["zh-hant", "zh-hant2"],
  "euc-kr": ["ko", "ko2"],
  "utf-16le": ["de", "ru", "ja", "zh", "ko"],
  "utf-16be": ["fr", "el", "ja2", "zh-hant", "ar"],
};

/** Signs that older encodings do not have, and what people typed in their place. */
const SUBSTITUTES: readonly [RegExp, string][] = [
  [/[–—]/g, "-"],
  [/[«»“”„״]/g, '"'],
  [/[‘’]/g, "'"],
  [/€/g, "EUR"],
];

/** A text in an encoding, with as few substitutes as that takes. */
function encoded(text: string, encoding: string): { bytes: Uint8Array; text: string } {
  let plain = text;
  for (const [sign, substitute] of [[/$^/, ""] as const, ...SUBSTITUTES]) {
    plain = plain.replace(sign, substitute);
    try {
      return { bytes: encodeAs(plain, encoding), text: plain };
    } catch {
      // With the next substitute.
    }
  }
  throw new RangeError(`${encoding} cannot hold: ${text}`);
}

const FORMS: Record<string, (text: string) => string> = {
  "a text": (text) => text,
  "a short text": (text) => text.slice(0, Math.ceil(text.length / 3)),
  "a page": (text) =>
    `<!doctype html>\n<html><head><title>${text.slice(0, 20)}</title><style>p{color:red}</style></head>\n<body><nav><a href="/about">About us</a></nav><p>${text}</p><script>var count = 1;</script></body></html>\n`,
};

test.each(
  Object.entries(ENCODINGS).flatMap(([encoding, names]) =>
    Object.entries(FORMS).flatMap(([form, formOf]) =>
      names.map((name) => [encoding, form, name, formOf] as const),
    ),
  ),
)("undeclared %s: %s, %s", (encoding, _, name, formOf) => {
  const { bytes, text } = encoded(formOf(texts[name]), encoding);
  expect(decodeText(bytes).text).toBe(text);
});
