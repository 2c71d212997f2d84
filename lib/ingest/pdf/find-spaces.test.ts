import { expect, test } from "vitest";
import { findSpaces, type PlacedGlyph } from "./find-spaces";
import type { Glyph } from "./glyphs/read-glyphs";

type Piece = readonly [text: string, x: number, width: number];

/** Glyphs of a line: text, left edge, width; a text that begins with a space has one in the file before it. */
function line(...pieces: readonly Piece[]): PlacedGlyph[] {
  return pieces.map(([text, x, width]) => ({
    glyph: { text: text.trim(), x, width, size: 10 } as Glyph,
    turned: false,
    x: 0,
    right: 100,
    spaceBefore: text.startsWith(" "),
  }));
}

/** The same, each with its own bounds, as in lines that are read from left to right. */
const leftToRight = (...pieces: readonly Piece[]) =>
  line(...pieces).map((placed) => ({
    ...placed,
    x: placed.glyph.x,
    right: placed.glyph.x + placed.glyph.width,
  }));

/** Letters 10 points apart, 7 wide, with spaces in the file between them. */
const apart = (letters: string) =>
  line(...[...letters].map((letter, index) => [` ${letter}`, 10 * index, 7] as const));

const text = (placed: readonly PlacedGlyph[]) => {
  const spaces = findSpaces(placed);
  return placed.map(({ glyph }, index) => (spaces[index] ? " " : "") + glyph.text).join("");
};

test.each<[string, PlacedGlyph[], string]>([
  [
    "a vowel sign in the middle of its letter leaves no gap",
    line(["क", 0, 8], ["े", 6, 0], ["ज", 8, 8], ["ल", 16, 8]),
    "केजल",
  ],
  [
    "the same where each glyph has its own bounds",
    leftToRight(["क", 0, 8], ["े", 5, 0], ["ज", 8, 8], ["ल", 16, 8]),
    "केजल",
  ],
  [
    "a sign that takes room can begin a word",
    line(["-", 0, 3], ["x", 3, 5], ["ू", 12, 6], ["य", 18, 6]),
    "-x ूय",
  ],
  ["letters of the alphabet are a list", apart("abcdefgh"), "a b c d e f g h"],
  ["a letter with its accents is a list", apart("aàáâãäåāă"), "a à á â ã ä å ā ă"],
  ["syllables of Ethiopic are a list", apart("ኘኙኚኛኜኝኞኟ"), "ኘ ኙ ኚ ኛ ኜ ኝ ኞ ኟ"],
  ["letters that are spaced out are a word", apart("CHAPTERS"), "CHAPTERS"],
])("%s", (_, placed, expected) => {
  expect(text(placed)).toBe(expected);
});
