import fc from "fast-check";
import { expect, test } from "vitest";
import { occurrences } from "./occurrences";

const long = "ab".repeat(20);

test.each<[string, string, string, number[]]>([
  ["a word", "one two one", "one", [0, 8]],
  ["overlapping ones", "aaaa", "aa", [0, 1, 2]],
  ["a long text", `x${long}x`, long, [1]],
  ["a long text that overlaps itself", `${long}ab`, long, [0, 2]],
  ["a long text after its begin", `${long.slice(0, 34)}x${long}`, long, [35]],
  ["nothing", "one", "two", []],
  ["nothing in a shorter text", "ab", long, []],
])("finds %s", (_, text, wanted, expected) => {
  expect(occurrences(text, wanted)).toEqual(expected);
});

test("finds what a comparison at every offset finds", () => {
  const letters = fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 200 });
  const wanted = fc.oneof(
    fc.string({ unit: fc.constantFrom("a", "b"), minLength: 1, maxLength: 6 }),
    fc
      .tuple(fc.constantFrom("a", "ab", "aab"), fc.integer({ min: 33, max: 40 }))
      .map(([each, times]) => each.repeat(times)),
  );
  fc.assert(
    fc.property(letters, wanted, fc.nat(3), (around, each, times) => {
      const text = around + each.repeat(times) + around;
      const expected = [...text].flatMap((_, at) => (text.startsWith(each, at) ? [at] : []));
      expect(occurrences(text, each)).toEqual(expected);
    }),
  );
});
