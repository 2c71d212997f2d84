import { expect, test } from "vitest";
import { replaceGlyphs } from "./replace-glyphs";

const glyph = (text: string, x: number, y = 0) => ({
  text,
  x,
  y,
  width: 5,
  size: 10,
  angle: 0,
  vertical: false,
  isPositioned: false,
});
const WORD = [glyph("f", 0), glyph("x", 5)];

test.each<[string, ReturnType<typeof glyph>[], string, [string, number, number][]]>([
  ["another text, where the glyphs are", WORD, "कि", [["कि", 0, 10]]],
  [
    "the same text: each glyph stays",
    WORD,
    "fx",
    [
      ["f", 0, 5],
      ["x", 5, 5],
    ],
  ],
  [
    "an empty text: what is seen stays",
    WORD,
    " ",
    [
      ["f", 0, 5],
      ["x", 5, 5],
    ],
  ],
  [
    "glyphs on two lines",
    [glyph("f", 50), glyph("x", 0, -14)],
    "word",
    [
      ["f", 50, 5],
      ["x", 0, 5],
    ],
  ],
  ["no glyphs", [], "word", []],
  ["a glyph without a character", [glyph("", 0)], "ल", [["ल", 0, 5]]],
  ["a vowel sign before its letter, as a space", [glyph(" ", 0), glyph("त", 5)], "ति", [["ति", 0, 10]]],
  ["the letter alone, whose sign has no character", [glyph("", 0), glyph("त", 5)], "त", [["त", 0, 10]]],
  ["a word and a space behind it", [glyph("f", 0), glyph(" ", 5)], "of", [["of", 0, 5]]],
])("%s", (_, glyphs, text, expected) => {
  expect(replaceGlyphs(glyphs, text).map((each) => [each.text, each.x, each.width])).toEqual(expected);
});
