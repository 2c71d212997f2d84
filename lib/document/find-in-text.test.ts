import fc from "fast-check";
import { expect, test } from "vitest";
import { findInText, foldText } from "./find-in-text";

test.each<[string, string, string, string[]]>([
  ["every occurrence", "Trade rose. Trade fell.", "trade", ["Trade", "Trade"]],
  ["capitals make no difference", "STRASSE and Straße", "strasse", ["STRASSE"]],
  ["accents make no difference", "A café, a cafe\u0301.", "cafe", ["café", "cafe\u0301"]],
  ["quotation marks of any kind", 'He said “no” and "no".', '"no"', ["“no”", '"no"']],
  ["dashes of any kind", "2020–2023, 2020-2023", "2020-2023", ["2020–2023", "2020-2023"]],
  [
    "white space of any kind, across blocks",
    "rose to\n$240  billion",
    "to $240 billion",
    ["to\n$240  billion"],
  ],
  ["emoji before it", "😀😀 trade", "trade", ["trade"]],
  ["no words", "Trade", "  ", []],
  ["words that don't occur", "Trade", "peace", []],
])("find: %s", (_, text, words, expected) => {
  expect(findInText(foldText(text), words).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
});

test("returns at most `limit` occurrences", () => {
  expect(findInText(foldText("a a a a"), "a", 2)).toHaveLength(2);
});

test("any word of a text is found where it is", () => {
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[a-zäöé]{3,8}$/), { minLength: 3, maxLength: 20 }),
      fc.nat(),
      (words, seed) => {
        const text = words.join(" ");
        const word = words[seed % words.length] as string;
        const occurrences = findInText(foldText(text), word.toUpperCase());
        expect(occurrences.some(({ start, end }) => text.slice(start, end) === word)).toBe(true);
      },
    ),
  );
});
