import { describe, expect, test } from "vitest";
import { checkExcerpt } from "./check-excerpt";
import { excerptFrom, sentenceAt, sentenceBeside, type TextSpan, wholeWords } from "./pick-excerpt";

const text =
  "Harvest\n\nIt doubled in 2023. Dr. Aziz says so: “We counted.” \n  Then it fell – by half!\n今年增长了。明年不会。";
const words = (span: { start: number; end: number } | null) => span && excerptFrom(text, span);
const spanOf = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length });

describe("a click selects the sentence", () => {
  test.each([
    ["Harv", "Harvest"],
    ["doubled", "It doubled in 2023."],
    ["fell", "Then it fell – by half!"],
    ["明年", "明年不会。"],
    [".\u0020Dr", "It doubled in 2023."],
    ["\n\n", "Harvest"],
  ])("at %s: %s", (at, expected) => {
    expect(words(sentenceAt(text, text.indexOf(at), "en"))).toBe(expected);
  });

  test("nothing between two lines", () => {
    expect(sentenceAt(text, text.indexOf("\n\n") + 1, "en")).toBeNull();
    expect(sentenceAt("", 0, "en")).toBeNull();
  });

  test("the last sentence at the end of the text", () => {
    expect(words(sentenceAt(text, text.length, "en"))).toBe("明年不会。");
  });
});

test("moves from sentence to sentence, forwards and back", () => {
  const first = sentenceAt(text, 0, "en");
  const there: (string | null)[] = [];
  let at = first;
  for (let span = first; span; span = sentenceBeside(text, span, 1, "en")) {
    there.push(words(span));
    at = span;
  }
  expect(there[1]).toBe("It doubled in 2023.");
  expect(there.at(-1)).toBe("明年不会。");
  const back: (string | null)[] = [];
  for (let span = at; span; span = sentenceBeside(text, span, -1, "en")) back.unshift(words(span));
  expect(back).toEqual(there);
});

test("an abbreviation ends no sentence", () => {
  const german = "Das gilt z. B. für Dr. Aziz. Er kam am 3. Mai.";
  expect(sentenceAt(german, 3, "de")).toEqual({ start: 0, end: german.indexOf(" Er") });
  expect(sentenceBeside(german, { start: 0, end: german.indexOf(" Er") }, 1, "de")).toEqual({
    start: german.indexOf("Er"),
    end: german.length,
  });
});

describe("at the edges of a text", () => {
  const short = "\n一\nB. It rose – “so”.\n ";
  test.each<[string, TextSpan, -1 | 1, TextSpan | null]>([
    ["a line of one letter before", { start: 3, end: 5 }, -1, { start: 1, end: 2 }],
    ["nothing before the first sentence", { start: 1, end: 2 }, -1, null],
    ["nothing after the last sentence", { start: 6, end: 21 }, 1, null],
  ])("%s", (_, span, step, expected) => {
    expect(sentenceBeside(short, span, step, "en")).toEqual(expected);
  });

  test("a letter at the very start", () => {
    expect(sentenceBeside("一\n二", { start: 2, end: 3 }, -1, "en")).toEqual({ start: 0, end: 1 });
  });

  test("nothing on an empty first line or a line of spaces", () => {
    expect(sentenceAt(short, 0, "en")).toBeNull();
    expect(sentenceAt(short, short.length - 1, "en")).toBeNull();
  });
});

test("of a very long line, only 4,000 units on either side count", () => {
  const long = "a".repeat(20_000);
  expect(sentenceAt(long, 10_000, "en")).toEqual({ start: 6000, end: 14_000 });
  expect(sentenceAt(long, 1000, "en")).toEqual({ start: 0, end: 5000 });
  expect(sentenceAt(long, 19_000, "en")).toEqual({ start: 15_000, end: 20_000 });
  expect(wholeWords(long, { start: 9000, end: 9001 })).toEqual({ start: 5000, end: 13_000 });
});

test.each([
  ["  Trade\n\n rose  ", "Trade rose"],
  ["Trade rose", "Trade rose"],
])("the excerpt of %j is %j", (selected, expected) => {
  expect(excerptFrom(selected, { start: 0, end: selected.length })).toBe(expected);
});

test.each([
  ["oubled in 202", "doubled in 2023"],
  [" doubled in ", "doubled in"],
  ["vest\n\nIt doub", "Harvest It doubled"],
  ["“We coun", "“We counted"],
  ["l –", "fell –"],
  ["– b", "– by"],
  ["–", "–"],
  ["nted.”", "counted.”"],
  ["\n\n", null],
])("the selection %j is widened to %j", (selected, expected) => {
  expect(words(wholeWords(text, spanOf(selected)))).toBe(expected);
});

test("a picked excerpt is found in the copy", () => {
  const span = wholeWords(text, spanOf("vest\n\nIt doub"));
  expect(checkExcerpt(text, words(span) ?? "")).toMatchObject({ kind: "found", ...span });
});

test("a line of a million units is fast", () => {
  const long = `${"word ".repeat(200_000)}end.`;
  for (let at = 0; at < 100; at++) sentenceAt(long, at * 10_000, "en");
  expect(wholeWords(long, { start: 500_001, end: 500_012 })).toEqual({ start: 500_000, end: 500_014 });
});
