import { describe, expect, it } from "vitest";
import { type FontCharacters, glyphText } from "./glyph-text";

const glyph = (originalCharCode: number, unicode: string) => ({
  originalCharCode,
  unicode,
  width: 500,
  isSpace: false,
});

const known: (string | undefined)[] = [];
known[65] = "A";
known[1070] = "क";

const composite: FontCharacters = { known, names: [], isComposite: true };
const names: (string | undefined)[] = [];
names[21] = "t_t";
names[22] = "hyphen.alt";
names[23] = "one.oldstyle";
names[24] = "f_uni0069";
names[25] = "ornament7";
const simple: FontCharacters = { known, names, isComposite: false };

describe("glyphText", () => {
  it.each<[string, number, FontCharacters, string]>([
    ["a glyph that the table of its font has", 1070, composite, "क"],
    ["a numbered glyph that no table has", 1069, composite, "\ufffd"],
    ["the empty box of a font", 0, composite, ""],
    ["the space of most fonts", 3, composite, ""],
    ["any code where a font has no table", 1069, { ...composite, known: null }, "Э"],
    ["a ligature, by the name of its glyph", 21, simple, "tt"],
    ["a variant of a hyphen", 22, simple, "-"],
    ["a variant of a figure", 23, simple, "1"],
    ["a ligature with a number in its name", 24, simple, "fi"],
    ["a control character without a known name", 25, simple, ""],
    ["a letter of a font without names", 98, { ...simple, names: [] }, "b"],
  ])("reads %s", (_, code, characters, expected) => {
    expect(glyphText(glyph(code, known[code] ?? String.fromCharCode(code)), characters)).toBe(expected);
  });
});
