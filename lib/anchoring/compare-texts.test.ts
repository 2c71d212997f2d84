import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ComparedBlock, compareTexts } from "./compare-texts";

/** A comparison with one line per paragraph: "+" added, "-" removed, "~" edited with {-removed-}{+added+}. */
function lines(blocks: readonly ComparedBlock[]): string[] {
  return blocks.map((block) => {
    if (block.kind === "changed")
      return `~ ${block.parts
        .map(({ kind, text }) => (kind === "same" ? text : kind === "added" ? `{+${text}+}` : `{-${text}-}`))
        .join("")}`;
    return `${{ same: " ", added: "+", removed: "-" }[block.kind]} ${block.text}`;
  });
}

test.each<[string, string, string, string[]]>([
  ["nothing changed", "One.\nTwo.", "One.\nTwo.", ["  One.", "  Two."]],
  [
    "a word",
    "Trade rose to 240.\nTwo.",
    "Trade rose to 250.\nTwo.",
    ["~ Trade rose to {-240-}{+250+}.", "  Two."],
  ],
  [
    "a paragraph was added",
    "One.\nTwo.",
    "One.\nNew words here.\nTwo.",
    ["  One.", "+ New words here.", "  Two."],
  ],
  [
    "a paragraph was removed",
    "One.\nOld words here.\nTwo.",
    "One.\nTwo.",
    ["  One.", "- Old words here.", "  Two."],
  ],
  [
    "a paragraph was replaced",
    "All was quiet.",
    "Nobody could have known.",
    ["- All was quiet.", "+ Nobody could have known."],
  ],
  [
    "a phrase was replaced",
    "Underscoring the close bond, Putin said at last that trade between both countries rose.",
    "Something else entirely, Putin said at last that trade between both countries rose.",
    [
      "~ {-Underscoring the close bond-}{+Something else entirely+}, Putin said at last that trade between both countries rose.",
    ],
  ],
  [
    "one was edited, with a new one before it",
    "Trade rose to 240 billion.",
    "Quite another thing.\nTrade rose to 250 billion.",
    ["+ Quite another thing.", "~ Trade rose to {-240-}{+250+} billion."],
  ],
  ["two empty texts", "", "", ["  "]],
  ["all paragraphs removed", "One.", "", ["- One.", "+ "]],
  [
    "two paragraphs were edited",
    "Trade rose to 240.\nCar sales fell by 10%.",
    "Trade rose to 250.\nCar sales fell by 20%.",
    ["~ Trade rose to {-240-}{+250+}.", "~ Car sales fell by {-10-}{+20+}%."],
  ],
  [
    "one of two was removed, the other edited",
    "All was quiet.\nTrade rose to 240.",
    "Trade rose to 250.",
    ["- All was quiet.", "~ Trade rose to {-240-}{+250+}."],
  ],
  [
    "edits never cross: the second stays behind the first",
    "Trade rose to 240.\nCar sales fell by 10%.",
    "Car sales fell by 20%.\nTrade rose to 250.",
    ["+ Car sales fell by 20%.", "~ Trade rose to {-240-}{+250+}.", "- Car sales fell by 10%."],
  ],
  [
    "of two edits of one paragraph the first counts",
    "Trade rose to 240.",
    "Trade rose to 250.\nTrade rose to 260.",
    ["~ Trade rose to {-240-}{+250+}.", "+ Trade rose to 260."],
  ],
  [
    "changes on both sides of an unchanged paragraph are separate",
    "Trade rose to 240.\nSame.",
    "Same.\nTrade rose to 250.",
    ["- Trade rose to 240.", "  Same.", "+ Trade rose to 250."],
  ],
  [
    "35% in common is an edit",
    "abcdefg nopqrstuvwxyz",
    "abcdefg NOPQRSTUVWXYZ",
    ["~ abcdefg {-nopqrstuvwxyz-}{+NOPQRSTUVWXYZ+}"],
  ],
  [
    "less than 35% is not",
    "abcdefg mnopqrstuvwxyz",
    "abcdefg NOPQRSTUVWXYZ",
    ["- abcdefg mnopqrstuvwxyz", "+ abcdefg NOPQRSTUVWXYZ"],
  ],
])("compare: %s", (_, old, now, expected) => {
  expect(lines(compareTexts(old, now))).toEqual(expected);
});

test("both texts can be reconstructed from their comparison", () => {
  const text = fc
    .array(fc.constantFrom("a b c d", "a x c d", "e f g", "", "h i j k l m", "h i y k l m"), { maxLength: 8 })
    .map((blocks) => blocks.join("\n"));
  const side = (blocks: readonly ComparedBlock[], gone: "added" | "removed") =>
    blocks
      .filter(({ kind }) => kind !== gone)
      .map((block) =>
        block.kind === "changed"
          ? block.parts
              .filter(({ kind }) => kind !== gone)
              .map((part) => part.text)
              .join("")
          : block.text,
      )
      .join("\n");
  fc.assert(
    fc.property(text, text, (old, now) => {
      const blocks = compareTexts(old, now);
      expect(side(blocks, "added")).toBe(old);
      expect(side(blocks, "removed")).toBe(now);
    }),
  );
});

describe("the cost of a comparison is bounded", () => {
  const long = (letter: string, length: number) => letter.repeat(length);

  test("thousands of paragraphs that changed between two that did not", () => {
    const paragraphs = (letter: string) =>
      Array.from({ length: 10_000 }, (_, index) => letter.repeat(30) + index);
    const found = compareTexts(
      ["Same.", ...paragraphs("a"), "Last."].join("\n"),
      ["Same.", ...paragraphs("b"), "Last."].join("\n"),
    );
    expect(found.filter(({ kind }) => kind === "same")).toEqual([
      { kind: "same", text: "Same." },
      { kind: "same", text: "Last." },
    ]);
    expect(found).toHaveLength(20_002);
  });

  test("in a short text, each character is compared eight times on average", () => {
    const unrelated = (count: number) => Array.from({ length: count }, (_, index) => `y${index}`);
    const kinds = (before: number) =>
      compareTexts(
        `Trade rose to 240 in May.\n${"x".repeat(6000)}`,
        [...unrelated(before), "Trade rose to 250 in May."].join("\n"),
      ).map(({ kind }) => kind);
    // 8 × about 7,000 characters allow for about 250 comparisons that cost 25, a few and 200 more each.
    expect(kinds(100)).toContain("changed");
    expect(kinds(600)).not.toContain("changed");
  });

  // A comparison costs the letters of both paragraphs and 200 more; four million letters are compared, and one paragraph more.
  test.each([
    ["four million letters compared", 1_999_900, ["changed", "changed"]],
    ["more than four million", 1_999_901, ["changed", "removed", "added"]],
  ])("%s", (_, length, kinds) => {
    const word = long("a", length - 2);
    const found = compareTexts(`${word} b\nTrade rose to 240.`, `${word} c\nTrade rose to 250.`);
    expect(found.map(({ kind }) => kind)).toEqual(kinds);
  });
});
