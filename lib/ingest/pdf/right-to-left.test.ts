import { expect, test } from "vitest";
import { groupGlyphs } from "./glyphs/group-glyphs";
import type { Glyph } from "./glyphs/read-glyphs";
import { spellRun } from "./spell-run";

const SIZE = 10;
const WIDTH = 5;

/** Letters as they stand on the page, from left to right, half a size wide each; `^` is a joiner a little inside the letter behind it. */
function drawn(x: number, y: number, seen: string): Glyph[] {
  const glyphs: Glyph[] = [];
  let at = x;
  for (const text of seen) {
    const isJoiner = text === "^";
    glyphs.push({
      text: isJoiner ? "\u200c" : text,
      x: isJoiner ? at + 0.1 : at,
      y,
      width: WIDTH,
      size: SIZE,
      angle: 0,
      font: "",
      isAdded: false,
      isPositioned: false,
      vertical: false,
      artifact: false,
    });
    if (!isJoiner) at += WIDTH;
  }
  return glyphs;
}

/** A text as it is seen: its letters in turned order. */
const turned = (text: string) => [...text].reverse().join("");

/** Signs with gaps between them, which are not drawn. */
const apart = (x: number, y: number, seen: string) => drawn(x, y, seen).filter(({ text }) => text !== ".");

const LINES = ["הממשלה אישרה את", "התקציב לשנה הבא", "בהיקף גדול מאוד", "כך אמר השר אתמו"];

test.each<[string, Glyph[], string[]]>([
  [
    "columns with a narrow gutter, drawn row by row",
    LINES.flatMap((line, row) => [
      ...drawn(60 + WIDTH * 15 + 11, 700 - 14 * row, turned(line)),
      ...drawn(60, 700 - 14 * row, turned(LINES[3 - row] as string)),
    ]),
    LINES.flatMap((line, row) => [line, LINES[3 - row] as string]),
  ],
  [
    "pieces of one line with a wide gap",
    [...drawn(200, 700, turned("הממשלה")), ...drawn(150, 700, turned("אישרה"))].map((glyph) =>
      glyph.x < 200 ? { ...glyph, x: glyph.x + 14 } : glyph,
    ),
    ["הממשלה אישרה"],
  ],
  ["a joiner a little inside its letter", drawn(60, 700, turned("می^گویند")), ["می\u200cگویند"]],
  [
    "a hyphen before a foreign name and a figure",
    drawn(60, 700, `${turned(" שקל לשנה")}Reuters 5${turned("כהן ל-")}`),
    ["כהן ל-Reuters 5 שקל לשנה"],
  ],
  [
    "brackets in a font of their own, drawn after the words",
    [
      ...drawn(60, 700, turned("אמש  יום ב  את")).filter(({ text }) => text !== " "),
      ...apart(60, 700, "...(.....)..."),
    ],
    ["אמש (יום ב) את"],
  ],
])("reads %s", (_, glyphs, expected) => {
  const lines = groupGlyphs(glyphs).flatMap(
    (run) => spellRun(run, { page: 1, frame: "upright", notes: new Set() }) ?? [],
  );
  expect(lines.map(({ text, mirrored }) => mirrored ?? text)).toEqual(expected);
});
