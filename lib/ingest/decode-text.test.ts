import { detect } from "chardet";
import { expect, test, vi } from "vitest";
import { decodeText } from "./decode-text";

vi.mock("chardet", async (load) => {
  const whole = await load<typeof import("chardet")>();
  return { ...whole, detect: vi.fn(whole.detect) };
});

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

const cyrillic = (text: string) =>
  Uint8Array.from(text, (letter) =>
    letter >= "А" && letter <= "я" ? letter.charCodeAt(0) - 0x350 : letter.charCodeAt(0),
  );
const WORDS = "Торговля выросла до рекордных двухсот сорока миллиардов долларов за этот год. ";

test.each([
  ["from its beginning", WORDS.repeat(20_000)],
  ["after a megabyte of ASCII", `${"id;value\n".repeat(120_000)}${WORDS.repeat(1000)}`],
])("the encoding of a large Russian file in %s is detected from a part of it", (_, text) => {
  vi.mocked(detect).mockClear();
  expect(decodeText(cyrillic(text))).toEqual({ encoding: "windows-1251", text });
  const [[seen]] = vi.mocked(detect).mock.calls as [[Uint8Array]];
  expect(seen.length).toBeLessThanOrEqual(256 * 1024);
});
