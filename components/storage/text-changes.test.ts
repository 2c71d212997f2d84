import { describe, expect, it } from "vitest";
import { applyChanges, changesBetween, isTextChanges, type TextChange } from "./text-changes";

const paragraphs = (from: number, to: number) =>
  Array.from(
    { length: to - from },
    (_, index) =>
      `{"type":"paragraph","content":[{"type":"text","text":"Paragraph ${from + index} has a figure."}]}`,
  ).join(",");
const long = paragraphs(0, 3000);

describe("changesBetween", () => {
  it.each<[string, string, string, TextChange[]]>([
    ["equal texts", "abc", "abc", []],
    ["nothing before", "", "abc", [[0, 0, "abc"]]],
    ["nothing after", "abc", "", [[0, 3, ""]]],
    ["a letter typed", "the tax", "the taxi", [[7, 0, "i"]]],
    ["a letter typed twice in a row", "too", "tooo", [[1, 0, "o"]]],
    ["a letter removed", "the taxi", "the tax", [[7, 1, ""]]],
    ["a word replaced", "a cat sat", "a dog sat", [[2, 3, "dog"]]],
    [
      "two passages, far from each other",
      `{"title":"A","text":"${long}","at":"2026-01-01"}`,
      `{"title":"AB","text":"${long}","at":"2026-01-02"}`,
      [
        [11, 0, "B"],
        [`{"title":"A","text":"${long}","at":"2026-01-0`.length, 1, "2"],
      ],
    ],
    [
      "a paragraph removed, and one changed after it",
      `${paragraphs(0, 20)},${paragraphs(20, 50)}!`,
      `${paragraphs(0, 19)},${paragraphs(20, 50)}?`,
      [
        [paragraphs(0, 19).length - 3 + 2, paragraphs(18, 19).length + 1, ""],
        [`${paragraphs(0, 20)},${paragraphs(20, 50)}`.length, 1, "?"],
      ],
    ],
  ])("%s", (name, before, after, expected) => {
    const changes = changesBetween(before, after);
    expect(applyChanges(before, changes)).toBe(after);
    // Which of several equal passages was removed is open.
    if (name.startsWith("a paragraph")) expect(changes).toHaveLength(expected.length);
    else expect(changes).toEqual(expected);
  });

  it.each([
    ["texts that share nothing", "a".repeat(5000), "b".repeat(7000)],
    ["texts that repeat", "ab".repeat(5000), `ab${"ba".repeat(4000)}x${"ab".repeat(900)}`],
    ["a long text put before another", long, `${paragraphs(5000, 9000)}${long}`],
    ["halves that changed sides", long, `${paragraphs(1500, 3000)},${paragraphs(0, 1500)}`],
    ["half of a surrogate pair changed", "a 😀 b", "a 😁 b"],
  ])("rebuilds %s", (_, before, after) => {
    expect(applyChanges(before, changesBetween(before, after))).toBe(after);
    expect(applyChanges(after, changesBetween(after, before))).toBe(before);
  });

  it("rebuilds texts that were edited at random", () => {
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed % below;
    };
    for (let round = 0; round < 200; round++) {
      const before = paragraphs(0, 1 + random(40));
      let after = before;
      for (let edit = random(6); edit > 0; edit--) {
        const at = random(after.length + 1);
        after = after.slice(0, at) + "typed ".repeat(random(4)) + after.slice(at + random(60));
      }
      expect(applyChanges(before, changesBetween(before, after))).toBe(after);
    }
  });
});

it.each<[unknown, boolean]>([
  [[], true],
  [[[0, 1, "a"]], true],
  [[[0, 1]], false],
  [["a"], false],
  [{}, false],
  [null, false],
])("%j are changes: %s", (value, expected) => {
  expect(isTextChanges(value)).toBe(expected);
});
