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

test("the best comes first, and no two overlap", () => {
  const candidates = findCandidates(TEXT, "trade between the countries", 5);
  expect(candidates[0]?.score).toBe(1);
  const inOrder = [...candidates].sort((a, b) => a.start - b.start);
  inOrder.slice(1).forEach((candidate, index) => {
    expect(candidate.start).toBeGreaterThanOrEqual(inOrder[index]?.end ?? 0);
  });
});

test("a quotation from the text is found where it was", () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{4,9}$/), { minLength: 8, maxLength: 60 });
  fc.assert(
    fc.property(words, fc.nat(), fc.integer({ min: 3, max: 6 }), (all, seed, count) => {
      const first = seed % (all.length - count);
      const quotation = all.slice(first, first + count).join(" ");
      const text = all.join(" ");
      const [best] = findCandidates(text, quotation);
      expect(best && text.slice(best.start, best.end)).toBe(quotation);
    }),
  );
});
