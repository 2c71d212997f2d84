import { expect, test } from "vitest";
import { onceEachCluster } from "./once-each-cluster";
import type { Glyph } from "./read-glyphs";

test.each<[string, readonly string[], string]>([
  ["a letter and its mark, each with the text of both", ["ला", "ला", "ग", "त"], "लागत"],
  ["the same syllable twice", ["ला", "ला", "ला", "ला"], "लाला"],
  ["three glyphs of one cluster", ["क्ष", "क्ष", "क्ष", "ण"], "क्षण"],
  ["a syllable of one glyph", ["ला", "ग"], "लाग"],
  ["letters without marks", ["त", "त"], "तत"],
  ["Latin ligatures", ["ff", "ff"], "ffff"],
])("reads %s", (_, texts, expected) => {
  const glyphs = texts.map((text, index) => ({ text, x: 5 * index, width: 5 }) as Glyph);
  const read = onceEachCluster(glyphs);
  expect(read.map(({ text }) => text).join("")).toBe(expected);
  // No gap is left that would count as a space.
  expect(read.map(({ x, width }) => x + width)).toEqual([
    ...read.slice(1).map(({ x }) => x),
    5 * texts.length,
  ]);
});
