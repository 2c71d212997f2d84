import fc from "fast-check";
import { expect, test } from "vitest";
import { similarity } from "./similarity";

const LONG = "a".repeat(64);

test.each<[string, string, string, number]>([
  ["the same words", "Trade rose", "Trade rose", 1],
  ["the same words with other punctuation", "Trade, rose!", "“Trade” rose", 1],
  ["no word in common", "up", "no", 0],
  ["half the letters in common", "ab cd", "ab xy", 4 / 8],
  ["a word more", "ab cd", "ab", 4 / 6],
  ["a word less at the beginning", "cd", "ab cd", 4 / 6],
  ["words in another order: only those in order count", "ab cd", "cd ab", 4 / 8],
  ["an empty passage", "", "ab", 0],
  ["two empty passages", "", " ", 1],
  ["the same punctuation", "…", " … ", 1],
  ["other punctuation", "!", "?", 0],
  ["a word that lost a letter", "colour", "color", 10 / 11],
  ["a word that changed in the middle", "abxcd", "abycd", 8 / 10],
  ["a word that got a letter at the beginning", "rose", "arose", 8 / 9],
  ["a word that got a letter at the end", "rose", "roses", 8 / 9],
  ["a letter counts once, at the beginning or at the end", "aba", "abba", 6 / 7],
  ["a word of the same letter", "aaa", "aaaa", 6 / 7],
  ["words that share half of their letters are different", "abcd", "abxy", 0],
  ["words that share more than half", "abcde", "abcxy", 6 / 10],
  ["half of the longer word is too little", "abc", "abcdef", 0],
  ["words replaced pair off in order", "greens", "xxx greenx", 0],
  ["two words replaced by two", "greens boats", "greenx boatx", 18 / 22],
  ["words before, between and after those replaced", "a bb ccc dddd", "a xx ccc yyyy", 8 / 20],
  ["a long word that lost a letter", LONG, LONG.slice(1), 126 / 127],
  ["a long word that got a letter", LONG, `${LONG}b`, 128 / 129],
  ["a word too long to compare", `${LONG}a`, `${LONG}b`, 0],
  ["a letter with a mark", "e\u0301", "e", 0],
  ["Chinese", "中国人", "中国", 4 / 5],
])("similarity: %s", (_, one, other, expected) => {
  expect(similarity(one, other)).toBeCloseTo(expected, 10);
  expect(similarity(other, one)).toBeCloseTo(expected, 10);
});

test("passages count as different once there are over four million pairs of words", () => {
  const words = (count: number) => "a ".repeat(count);
  expect(similarity(words(2000), words(2000))).toBe(1);
  expect(similarity(words(2000), words(2001))).toBe(0);
});

test("a passage with punctuation has no more words to compare", () => {
  const words = "a, ".repeat(2000);
  expect(similarity(words, words)).toBe(1);
});

test("every similarity is between 0 and 1, and 1 for a passage and itself", () => {
  const passage = fc
    .array(fc.constantFrom("the", "then", "vote", "votes", "中", ",", "👍"))
    .map((all) => all.join(" "));
  fc.assert(
    fc.property(passage, passage, (one, other) => {
      expect(similarity(one, one)).toBe(1);
      const found = similarity(one, other);
      expect(found).toBeGreaterThanOrEqual(0);
      expect(found).toBeLessThanOrEqual(1);
    }),
    { numRuns: 30 },
  );
});
