import fc from "fast-check";
import { expect, test } from "vitest";
import { substringSearch } from "./substring-search";

test.each([
  ["at the start", "abc", "ab", 0, 0],
  ["from an offset on", "ab ab", "ab", 1, 3],
  ["at the end", "xxab", "ab", 0, 2],
  ["overlapping its own beginning", "aabaaab", "aaab", 0, 3],
  ["missing", "abc", "cb", 0, -1],
  ["longer than the text", "a", "aa", 0, -1],
  ["in an empty text", "", "a", 0, -1],
])("%s", (_, text, needle, from, expected) => {
  expect(substringSearch(needle)(text, from)).toBe(expected);
});

test("finds what indexOf finds", () => {
  const repetitive = (max: number) => fc.string({ unit: fc.constantFrom("a", "b"), maxLength: max });
  fc.assert(
    fc.property(repetitive(60), repetitive(6), fc.nat(60), (text, needle, from) => {
      fc.pre(needle !== "");
      expect(substringSearch(needle)(text, from)).toBe(text.indexOf(needle, from));
    }),
  );
});
