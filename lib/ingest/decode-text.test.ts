import { describe, expect, test } from "vitest";
import { decodeText } from "./decode-text";
import { encodeAs } from "./encodings/encode-as";
import texts from "./encodings/sample-texts.json";

const bytesOf = (...values: number[]) => Uint8Array.from(values);
/** Bytes by code: "\xe9" is one byte. */
const raw = (text: string) => bytesOf(...[...text].map((letter) => letter.charCodeAt(0)));
const utf8 = (text: string) => new TextEncoder().encode(text);
const joined = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts));

const RUSSIAN = "Торговля выросла до рекорда.\nЭто сказал министр в пятницу.\n";
const PAGE = '<html><head><meta charset="utf-16"></head><body><p>貿易が伸びた。</body></html>';

test.each<[string, Uint8Array, string, string]>([
  ["UTF-8 with a mark", joined(bytesOf(0xef, 0xbb, 0xbf), utf8("Größe")), "Größe", "utf-8"],
  ["UTF-16 with a mark", bytesOf(0xff, 0xfe, 0x47, 0, 0xdf, 0), "Gß", "utf-16le"],
  ["UTF-16, the lower byte first, without a mark", encodeAs(RUSSIAN, "utf-16le"), RUSSIAN, "utf-16le"],
  ["UTF-16, the higher byte first, without a mark", encodeAs(RUSSIAN, "utf-16be"), RUSSIAN, "utf-16be"],
  ["a page in UTF-16 without a mark", encodeAs(PAGE, "utf-16le"), PAGE, "utf-16le"],
  ["Japanese in UTF-16 without a mark", encodeAs(texts.ja, "utf-16be"), texts.ja, "utf-16be"],
  ["Chinese in UTF-16 without a mark", encodeAs(texts.zh, "utf-16le"), texts.zh, "utf-16le"],
  ["Korean in UTF-16 without a mark", encodeAs(texts.ko, "utf-16be"), texts.ko, "utf-16be"],
  ["Thai in UTF-16 without a mark", encodeAs(texts.th, "utf-16le"), texts.th, "utf-16le"],
  ["a page that declares UTF-16 and is UTF-8", utf8(PAGE), PAGE, "utf-8"],
  ["English of an even length", utf8("They wrote that this is so."), "They wrote that this is so.", "utf-8"],
  ["a Japanese mail", raw("\u001b$BF|K\\8l\u001b(B and English"), "日本語 and English", "iso-2022-jp"],
])("%s", (_, bytes, text, encoding) => {
  expect(decodeText(bytes)).toEqual({ text, encoding, damaged: 0 });
});

describe("a declaration", () => {
  const latin = "<p>caf\xe9 \x93so\x94 \x80 5</p>";
  const western = "<p>café “so” € 5</p>";
  test.each<[string, string, string | undefined, string, string]>([
    ["a meta element", `<meta charset="iso-8859-2">\xb1`, undefined, "ą", "iso-8859-2"],
    ["without quotation marks", "<meta charset=iso-8859-2>\xb1", undefined, "ą", "iso-8859-2"],
    ["in capitals", "<META CHARSET='ISO-8859-2'>\xb1", undefined, "ą", "iso-8859-2"],
    [
      "a content type",
      `<meta content="text/html; charset=koi8-r" http-equiv="Content-Type">\xd7\xcf\xc4\xc1`,
      undefined,
      "вода",
      "koi8-r",
    ],
    ["latin1 is windows-1252", `<meta charset="latin1">${latin}`, undefined, western, "windows-1252"],
    ["ISO-8859-1 is windows-1252", `<meta charset="ISO-8859-1">${latin}`, undefined, western, "windows-1252"],
    [
      "x-user-defined is windows-1252",
      `<meta charset="x-user-defined">${latin}`,
      undefined,
      western,
      "windows-1252",
    ],
    ["the header", "<p>\xd7\xcf\xc4\xc1</p>", "KOI8-R", "вода", "koi8-r"],
    [
      "the header before the page",
      `<meta charset="windows-1251"><p>\xd7\xcf\xc4\xc1</p>`,
      "koi8-r",
      "вода",
      "koi8-r",
    ],
    [
      "the page, where the header has no known one",
      `<meta charset="koi8-r"><p>\xd7\xcf\xc4\xc1</p>`,
      "none",
      "вода",
      "koi8-r",
    ],
    [
      "XML",
      `<?xml version="1.0" encoding="windows-1251"?><p>\xe2\xee\xe4\xe0</p>`,
      undefined,
      "вода",
      "windows-1251",
    ],
    [
      "not in a comment",
      `<!-- <meta charset="windows-1251"> --><meta charset="koi8-r"><p>\xd7\xcf\xc4\xc1</p>`,
      undefined,
      "вода",
      "koi8-r",
    ],
    [
      "not in a script",
      `<script>"<meta charset='windows-1251'>"</script><meta charset="koi8-r"><p>\xd7\xcf\xc4\xc1</p>`,
      undefined,
      "вода",
      "koi8-r",
    ],
    [
      "not in the value of an attribute",
      `<html data-x='<meta charset="windows-1251">'><meta charset="koi8-r"><p>\xd7\xcf\xc4\xc1</p>`,
      undefined,
      "вода",
      "koi8-r",
    ],
    [
      "not in a description",
      `<meta name="description" content="charset=windows-1251"><meta charset="koi8-r"><p>\xd7\xcf\xc4\xc1</p>`,
      undefined,
      "вода",
      "koi8-r",
    ],
    [
      "after an unknown one",
      `<meta charset="klingon"><meta charset="koi8-r"><p>\xd7\xcf\xc4\xc1</p>`,
      undefined,
      "вода",
      "koi8-r",
    ],
    [
      "after a long style sheet",
      `<style>${"p{}".repeat(900)}</style><meta charset="koi8-r"><p>\xd7\xcf\xc4\xc1</p>`,
      undefined,
      "вода",
      "koi8-r",
    ],
    [
      "of UTF-16, in western Europe",
      '<meta charset="utf-16"><p>Die Gr\xf6\xdfe der B\xe4ume</p>',
      undefined,
      "Größe der Bäume",
      "windows-1252",
    ],
    [
      "of UTF-8, in western Europe",
      '<meta charset="utf-8"><p>Die Gr\xf6\xdfe der B\xe4ume</p>',
      "utf-8",
      "Größe der Bäume",
      "windows-1252",
    ],
    [
      "of windows-1252, in UTF-8",
      '<meta charset="windows-1252"><p>Gr\xc3\xb6\xc3\x9fe</p>',
      undefined,
      "Größe",
      "utf-8",
    ],
    ["of GBK, with two letters that could be UTF-8", "\xc1\xaa\xcd\xa8", "gbk", "联通", "gbk"],
    [
      "of EUC-JP, in Shift_JIS",
      `<p>${String.fromCharCode(...encodeAs(texts.ja, "shift_jis"))}</p>`,
      "euc-jp",
      texts.ja,
      "shift_jis",
    ],
  ])("%s", (_, bytes, charset, text, encoding) => {
    const decoded = decodeText(raw(bytes), charset);
    expect(decoded.encoding).toBe(encoding);
    expect(decoded.text).toContain(text);
  });
});

describe("UTF-8 that is damaged", () => {
  test.each<[string, Uint8Array, string, number]>([
    [
      "a byte of an older encoding",
      joined(utf8("– 240 €, das Caf"), raw("\xe9"), utf8(" in Köln")),
      "– 240 €, das Caf� in Köln",
      1,
    ],
    ["its end is cut off", utf8("Oduya’s figures – “").subarray(0, -1), "Oduya’s figures – �", 1],
    ["a lead byte without its letter", joined(utf8("Größe "), raw("\xc3 "), utf8("Höhe")), "Größe � Höhe", 1],
    ["surrogates as two letters", joined(utf8("Größe "), raw("\xed\xa0\xbd\xed\xb8\x80")), "Größe 😀", 0],
    ["half of a pair of surrogates", joined(utf8("Größe "), raw("\xed\xa0\xbd ok")), "Größe � ok", 1],
    ["U+FFFD is written in it as well", joined(utf8("Größe � "), raw("\xe9")), "Größe � �", 1],
    [
      "a byte of a comment",
      joined(utf8('<meta charset="utf-8"><!-- '), raw("\xe9"), utf8(" --><p>Größe</p>")),
      '<meta charset="utf-8"><!-- � --><p>Größe</p>',
      1,
    ],
    [
      "its declaration is that of an older encoding",
      joined(utf8(`<meta charset="windows-1252"><p>${texts.fr}`), raw("\xff")),
      `<meta charset="windows-1252"><p>${texts.fr}�`,
      1,
    ],
    [
      "after a megabyte",
      joined(utf8("ü".repeat(500_000)), raw("\xfc"), utf8("ü")),
      `${"ü".repeat(500_000)}�ü`,
      1,
    ],
  ])("%s", (_, bytes, text, damaged) => {
    expect(decodeText(bytes)).toEqual({ text, damaged, encoding: "utf-8" });
  });
});

test("zeros in a file that is not text do not make it UTF-16", () => {
  expect(decodeText(bytesOf(0x89, 0x50, 0, 0xff, 0, 0xfe)).encoding).not.toMatch(/^utf-16/);
});

test.each([
  ["from its beginning", texts.ru.repeat(5_000)],
  ["after a megabyte of ASCII", `${"id;value\n".repeat(120_000)}${texts.ru.repeat(100)}`],
])("the encoding of a large Russian file is detected %s", (_, text) => {
  expect(decodeText(encodeAs(text, "windows-1251"))).toEqual({ encoding: "windows-1251", text, damaged: 0 });
});
