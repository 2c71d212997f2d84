import fc from "fast-check";
import { expect, test } from "vitest";
import { findOccurrences } from "./find-occurrences";

test.each<[string, string, number[]]>([
  ["abcabc", "abc", [0, 3]],
  ["aaaa", "aa", [0, 1, 2]],
  ["aabaabaaab", "aabaa", [0, 3]],
  ["abab", "c", []],
  ["ab", "abc", []],
  ["ab", "", []],
  ["", "a", []],
])("in %j, %j occurs at %j", (text, sought, expected) => {
  expect([...findOccurrences(text, sought)]).toEqual(expected);
});

test("for any texts, it finds what indexOf finds", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 40 });
  fc.assert(
    fc.property(text, text, (any, sought) => {
      if (sought === "") return;
      const expected: number[] = [];
      for (let at = any.indexOf(sought); at !== -1; at = any.indexOf(sought, at + 1)) expected.push(at);
      expect([...findOccurrences(any, sought)]).toEqual(expected);
    }),
  );
});
