import { expect, test } from "vitest";
import { checkableSigns } from "./check-worthiness";
import { checkableSentences, coverageOf } from "./coverage";

test.each<[string, string[]]>([
  ["In 2023 trade rose to $240 billion.", ["number", "comparison"]],
  ["He said “we will never yield” to reporters.", ["quote", "comparison"]],
  ["The president met Xi Jinping in the capital.", ["name"]],
  ["Did trade rise to $240 billion?", []],
  ["Trade and politics", []],
  ["I think that I like it here.", []],
  ["2023年两国贸易额达到2400亿美元。", ["number"]],
])("signs of a checkable sentence: %s", (sentence, expected) => {
  expect(checkableSigns(sentence)).toEqual(expected);
});

const TEXT =
  "Trade rose to $240 billion. It is nice here today. Xi met Putin in Beijing.\nOver 30 people came.";

test("coverage counts each sentence that a claim touches once", () => {
  const sentences = checkableSentences(TEXT, "en");
  expect(sentences.map(({ start, end }) => TEXT.slice(start, end))).toEqual([
    "Trade rose to $240 billion.",
    "Xi met Putin in Beijing.",
    "Over 30 people came.",
  ]);
  const first = { start: 14, end: 26 };
  const both = { start: 0, end: TEXT.indexOf("Putin") };
  expect(coverageOf(sentences, [])).toMatchObject({ marked: 0, total: 3 });
  expect(coverageOf(sentences, [first, first])).toMatchObject({ marked: 1, total: 3 });
  expect(coverageOf(sentences, [first, both]).unmarked).toEqual([sentences[2]]);
});

test.each<[string, [start: number, end: number], number[]]>([
  ["ends where the second begins", [0, 10], [0]],
  ["reaches one character into the second", [0, 11], [0, 1]],
  ["begins where the first ends", [10, 20], [1]],
  ["begins on the last character of the first", [9, 20], [0, 1]],
  ["covers the second and ends where the third begins", [10, 25], [1]],
  ["is inside the third", [26, 27], [2]],
  ["covers only the space between the second and the third", [20, 25], []],
  ["follows the last", [30, 40], []],
])("a claim that %s", (_, [start, end], marked) => {
  const sentences = [
    { start: 0, end: 10 },
    { start: 10, end: 20 },
    { start: 25, end: 30 },
  ];
  expect(coverageOf(sentences, [{ start, end }])).toEqual({
    marked: marked.length,
    total: 3,
    unmarked: sentences.filter((_, index) => !marked.includes(index)),
  });
});

test.each<[string, boolean]>([
  ["She said “it rose a lot” to all", true],
  ["She said “it rose” to all of them", true],
  ["She called it “ruin” and went away", false],
  ["She said “it rose and went away", false],
  ["They call “him” Tom, as “she said once”", true],
])("a quotation has at least two words: %s", (sentence, isQuoted) => {
  expect(checkableSigns(sentence).includes("quote")).toBe(isQuoted);
});

test("an unclosed quotation mark before a very long text", () => {
  expect(checkableSigns(`He said it “${" word".repeat(400_000)}`)).toEqual([]);
});
