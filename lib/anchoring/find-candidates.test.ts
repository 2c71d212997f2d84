import fc from "fast-check";
import { expect, test } from "vitest";
import { findCandidates } from "./find-candidates";

const TEXT =
  "Trade rose fast. In 2023, trade between both countries reached 250 billion dollars.\nLater trade between the countries fell.";

test.each<[string, string, string[]]>([
  [
    "rewritten words",
    "trade between the two countries reached 240 billion dollars",
    ["trade between both countries reached 250 billion dollars"],
  ],
  ["the same words", "Trade rose fast", ["Trade rose fast"]],
  ["words that don't appear", "football in Brazil", []],
  ["no words", "", []],
])("candidates: %s", (_, quotation, expected) => {
  expect(findCandidates(TEXT, quotation).map(({ start, end }) => TEXT.slice(start, end))).toEqual(expected);
});

/** Candidates as "text score", the best first. */
const shown = (text: string, quotation: string, limit?: number) =>
  findCandidates(text, quotation, limit).map(
    ({ start, end, score }) => `${text.slice(start, end)} ${score.toFixed(2)}`,
  );

test.each<[string, string, string, string[]]>([
  ["an empty text", "", "Trade rose", []],
  ["a text without words", " \n", "Trade rose", []],
  ["a quotation without words", "Trade rose", " ", []],
  ["a quotation of a sign: no letters, so nothing to find", "Trade rose!", "!", []],
  ["a text shorter than the quotation", "Trade rose", "Trade rose again last year", ["Trade rose 0.58"]],
  ["a text of one word", "Trade", "Trade rose", ["Trade 0.71"]],
  ["a quotation at the beginning", "Trade rose. So it was.", "Trade rose", ["Trade rose 1.00"]],
  ["a quotation at the end", "So it was. Trade rose", "Trade rose", ["Trade rose 1.00"]],
  ["equally good ones: in order of the text", "ab cd. x y z ab cd. x", "ab cd", ["ab cd 1.00", "ab cd 1.00"]],
  ["the best first, wherever it is", "ab xx, and later ab cd", "ab cd", ["ab cd 1.00", "ab 0.67"]],
  ["words that aren't in the quotation are cut off at both ends", "a abcd b", "z abcd z", ["abcd 0.80"]],
  ["a passage with 35% in common", "abcdefg", "abcdefg nopqrstuvwxyz", ["abcdefg 0.52"]],
  ["a passage with less than 35% in common", "abcdefg", "abcdefg mnopqrstuvwxyz", []],
  [
    "words of the quotation after the passage are no part of it",
    "ab cd ef ab gh",
    "ab cd ef",
    ["ab cd ef 1.00"],
  ],
  ["the same words in the reverse order are not similar", "ef cd ab", "ab cd ef", []],
  [
    "words in order are better than more words in another order",
    "ef gh ab cd, ab cd ef xx",
    "ab cd ef gh",
    ["ab cd ef 0.86", "ef gh ab cd 0.50"],
  ],
  [
    "equally good ones, of which the second has more words",
    "ab cd xxx yyy. So ef gh ab cd",
    "ab cd ef gh",
    ["ab cd 0.67", "ef gh ab cd 0.50"],
  ],
  ["passages side by side", "ab cd ab cd", "ab cd", ["ab cd 1.00", "ab cd 1.00"]],
  ["a word said twice counts once", "aaaa aaaa b", "aaaa b", ["aaaa b 1.00"]],
  ["a word said twice after it counts once", "b aaaa aaaa", "b aaaa", ["b aaaa 1.00"]],
  ["a repeated word counts as often as the quotation has it", "no no no yes go", "yes go", ["yes go 1.00"]],
])("candidates in %s", (_, text, quotation, expected) => {
  expect(shown(text, quotation)).toEqual(expected);
});

test.each([
  [undefined, 3],
  [1, 1],
  [2, 2],
  [5, 4],
])("with a limit of %s, %i of four equal passages are listed", (limit, count) => {
  const passages = Array(4).fill("Trade rose fast").join(". And so on, and so forth. ");
  expect(shown(passages, "Trade rose fast", limit)).toEqual(Array(count).fill("Trade rose fast 1.00"));
});

test("the best comes first, and no two overlap", () => {
  const candidates = findCandidates(TEXT, "trade between the countries", 5);
  expect(candidates[0]?.score).toBe(1);
  const inOrder = [...candidates].sort((a, b) => a.start - b.start);
  inOrder.slice(1).forEach((candidate, index) => {
    expect(candidate.start).toBeGreaterThanOrEqual(inOrder[index]?.end ?? 0);
  });
});

// Of words that repeat, or are nearly the same, several passages can be equally similar.
const DIFFERENT =
  "harbour customs figure budget window journey mirror ticket planet village doctor silver kitchen orange winter pocket lawyer music engine forest";

test("a quotation of different words is found where it was", () => {
  const words = fc.shuffledSubarray(DIFFERENT.split(" "), { minLength: 8 });
  fc.assert(
    fc.property(words, fc.nat(), fc.integer({ min: 3, max: 6 }), (all, seed, count) => {
      const first = seed % (all.length - count);
      const quotation = all.slice(first, first + count).join(" ");
      const text = all.join(" ");
      const [best] = findCandidates(text, quotation);
      expect(best && text.slice(best.start, best.end)).toBe(quotation);
    }),
    { numRuns: 500 },
  );
});
