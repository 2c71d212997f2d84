import { expect, test } from "vitest";
import { attachMarks } from "./attach-marks";
import type { Glyph } from "./read-glyphs";

/** Glyphs in the order of drawing: a letter is half a size wide, a mark takes no room. */
function drawn(...pieces: readonly (readonly [text: string, x: number])[]): Glyph[] {
  return pieces.map(
    ([text, x]) => ({ text, x, y: 0, width: /^\p{M}/u.test(text) ? 0 : 5, size: 10 }) as Glyph,
  );
}

test.each<[string, Glyph[], string[]]>([
  [
    "marks before their letter, in a line that is drawn from left to right",
    drawn(["م", 0], ["ِ", 6], ["س", 5], ["ِ", 10], ["ب", 10]),
    ["م", "سِ", "بِ"],
  ],
  [
    "marks behind their letter, in a line that is drawn from right to left",
    drawn(["ب", 10], ["ِ", 9], ["س", 5], ["م", 0], ["ِ", 2]),
    ["بِ", "س", "مِ"],
  ],
  ["two marks of one letter, the first one last", drawn(["ب", 0], ["ِ", 5], ["ّ", 6], ["ر", 5]), ["ب", "رِّ"]],
  ["a hamza that makes a letter of its own", drawn(["ا", 10], ["ٕ", 9], ["ل", 5]), ["إ", "ل"]],
  ["points of Hebrew", drawn(["ם", 0], ["ָ", 6], ["ל", 5]), ["ם", "לָ"]],
  ["a mark apart from letters", drawn(["ب", 0], ["ِ", 40], ["ر", 60]), ["ب", "ِ", "ر"]],
  ["marks of other scripts", drawn(["क", 0], ["े", 5], ["न", 5]), ["क", "े", "न"]],
])("%s", (_, glyphs, texts) => {
  // In either order of its marks, a letter is the same.
  const normal = (text: string) => text.normalize("NFC");
  expect(attachMarks(glyphs).map(({ text }) => normal(text))).toEqual(texts.map(normal));
});
