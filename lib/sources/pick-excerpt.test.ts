import { describe, expect, test } from "vitest";
import { checkExcerpt } from "./check-excerpt";
import { excerptFrom, sentenceAt, sentenceBeside, wholeWords } from "./pick-excerpt";

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
  ])("at %s: %s", (at, expected) => {
    expect(words(sentenceAt(text, text.indexOf(at)))).toBe(expected);
  });

  test("nothing between two lines", () => {
    expect(sentenceAt(text, text.indexOf("\n\n") + 1)).toBeNull();
    expect(sentenceAt("", 0)).toBeNull();
  });

  test("the last sentence at the end of the text", () => {
    expect(words(sentenceAt(text, text.length))).toBe("明年不会。");
  });
});

test("moves from sentence to sentence, forwards and back", () => {
  const first = sentenceAt(text, 0);
  const there: (string | null)[] = [];
  let at = first;
  for (let span = first; span; span = sentenceBeside(text, span, 1)) {
    there.push(words(span));
    at = span;
  }
  expect(there[1]).toBe("It doubled in 2023.");
  expect(there.at(-1)).toBe("明年不会。");
  const back: (string | null)[] = [];
  for (let span = at; span; span = sentenceBeside(text, span, -1)) back.unshift(words(span));
  expect(back).toEqual(there);
});

test.each([
  ["oubled in 202", "doubled in 2023"],
  [" doubled in ", "doubled in"],
  ["vest\n\nIt doub", "Harvest It doubled"],
  ["“We coun", "“We counted"],
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
  const before = performance.now();
  for (let at = 0; at < 100; at++) sentenceAt(long, at * 10_000);
  expect(wholeWords(long, { start: 500_001, end: 500_012 })).toEqual({ start: 500_000, end: 500_014 });
  expect(performance.now() - before).toBeLessThan(2000);
});
