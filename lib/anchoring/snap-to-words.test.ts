import { expect, test } from "vitest";
import { snapToWords } from "./snap-to-words";

test.each([
  ["Trade rose to $240 billion.", "40 bil", "240 billion"],
  ["Trade rose to $240 billion.", "$240 billion", "$240 billion"],
  ["Trade rose to $240 billion.", " rose ", " rose "],
  ["Trade rose to $240 billion.", "rade", "Trade"],
  ["said “no”", "o", "no"],
  ["naïve café", "fe\u0301".normalize("NFC").slice(0, 1), "café"],
  ["贸易额达到两千四百亿", "达到", "达到"],
  ["ارتفعت التجارة", "تجار", "التجارة"],
  ["𝔸𝔹ℂ words", "𝔹", "𝔸𝔹ℂ"],
  ["one 𐀀a", "a", "𐀀a"],
  ["one 𝟿a", "a", "𝟿a"],
  ["one ﬁx", "x", "ﬁx"],
  ["a word", "word", "word"],
  ["word", "or", "word"],
  ["a, b", ", ", ", "],
  ["cafe\u0301s", "caf", "cafe\u0301s"],
  ["the 中国 trade", "国 tra", "国 trade"],
  ["NASA说", "ASA", "NASA"],
])("of “%s” the part “%s” becomes “%s”", (text, part, expected) => {
  const start = text.indexOf(part);
  const snapped = snapToWords(text, { start, end: start + part.length });
  expect(text.slice(snapped.start, snapped.end)).toBe(expected);
});
