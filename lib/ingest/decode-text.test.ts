import { expect, test } from "vitest";
import { decodeText } from "./decode-text";

const bytesOf = (...values: number[]) => Uint8Array.from(values);
const ascii = (text: string) => bytesOf(...[...text].map((letter) => letter.charCodeAt(0)));
const little = (text: string) => new Uint8Array(Buffer.from(text, "utf16le"));
const big = (text: string) => new Uint8Array(Buffer.from(text, "utf16le").swap16());

const RUSSIAN = "Торговля выросла до рекорда.\nЭто сказал министр в пятницу.\n";
const PAGE = '<html><head><meta charset="utf-16"></head><body><p>貿易が伸びた。</body></html>';

test.each<[string, Uint8Array, string, string]>([
  ["UTF-16, the lower byte first, without a mark", little(RUSSIAN), RUSSIAN, "utf-16le"],
  ["UTF-16, the higher byte first, without a mark", big(RUSSIAN), RUSSIAN, "utf-16be"],
  ["a page in UTF-16 without a mark", little(PAGE), PAGE, "utf-16le"],
  ["a page that says UTF-16 and is UTF-8", new TextEncoder().encode(PAGE), PAGE, "utf-8"],
  [
    "a page that says UTF-16 and is of western Europe",
    ascii(
      '<meta charset="utf-16"><p>Die Gr\u00f6\u00dfe der B\u00e4ume \u00fcber den D\u00e4chern f\u00e4llt allen auf.',
    ),
    '<meta charset="utf-16"><p>Die Größe der Bäume über den Dächern fällt allen auf.',
    "windows-1252",
  ],
  ["a Japanese mail", ascii("\u001b$BF|K\\8l\u001b(B and English"), "日本語 and English", "iso-2022-jp"],
])("%s", (_, bytes, text, encoding) => {
  expect(decodeText(bytes)).toEqual({ text, encoding });
});

test("zeros in what is no text make it no UTF-16", () => {
  expect(decodeText(bytesOf(0x89, 0x50, 0, 0xff, 0, 0xfe)).encoding).not.toMatch(/^utf-16/);
});
