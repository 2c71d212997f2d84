import { expect, test } from "vitest";
import { findWords, foldWords, uniteRanges } from "./find-words";
import { foldText } from "./fold-text";

const found = (text: string, words: string, matchCase = false) =>
  findWords(foldText(text, { matchCase }), foldWords(words, { matchCase })).map(({ start, end }) =>
    text.slice(start, end),
  );

test.each<[name: string, text: string, words: string, expected: string[]]>([
  ["the words themselves", "Jane Doe spoke.", "Jane Doe", ["Jane Doe"]],
  ["every one of them", "Doe met Doe", "Doe", ["Doe", "Doe"]],
  ["other capitals", "JANE DOE and jane doe", "Jane Doe", ["JANE DOE", "jane doe"]],
  ["not inside a word", "Does Doeland know Doe?", "Doe", ["Doe"]],
  ["before an apostrophe", "Doe’s house", "Doe", ["Doe"]],
  ["at the ends", "Doe", "Doe", ["Doe"]],
  ["composed and decomposed", "Rene\u0301 and Ren\u00e9", "Ren\u00e9", ["Rene\u0301", "Ren\u00e9"]],
  ["not with a mark more", "Rene\u0301", "Rene", []],
  ["any white space", "Jane\u00a0 \tDoe, Jane\nDoe", "Jane Doe", ["Jane\u00a0 \tDoe", "Jane\nDoe"]],
  ["straight and curly quotation marks", "O’Hara, “Red”", 'O\'Hara, "Red"', ["O’Hara, “Red”"]],
  ["kinds of hyphens", "Smith\u2011Jones", "Smith-Jones", ["Smith\u2011Jones"]],
  ["invisible characters", "Ja\u00adne\u200b Doe", "Jane Doe", ["Ja\u00adne\u200b Doe"]],
  ["compatible characters", "\ufb01nance \uff24oe", "finance Doe", ["\ufb01nance \uff24oe"]],
  ["a sharp s in capitals", "STRASSE", "Straße", ["STRASSE"]],
  ["a script without spaces", "昨日张三说", "张三", ["张三"]],
  ["characters outside the basic plane", "a 𝒳𝒴 b", "𝒳𝒴", ["𝒳𝒴"]],
  ["nothing for no words", "Doe", " \u00ad ", []],
  ["nothing if it is not there", "Roe", "Doe", []],
])("finds %s", (_, text, words, expected) => {
  expect(found(text, words)).toEqual(expected);
});

test("keeps capitals apart if they matter", () => {
  expect(found("Mark will mark it", "Mark", true)).toEqual(["Mark"]);
});

test("ranges that overlap or touch become one", () => {
  const ranges = [
    { start: 4, end: 6 },
    { start: 0, end: 2 },
    { start: 1, end: 3 },
    { start: 6, end: 7 },
  ];
  expect(uniteRanges(ranges)).toEqual([
    { start: 0, end: 3 },
    { start: 4, end: 7 },
  ]);
});
