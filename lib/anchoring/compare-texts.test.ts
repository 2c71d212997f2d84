import fc from "fast-check";
import { expect, test } from "vitest";
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

test.each<[string, string[], string[]]>([
  [
    "thousands of paragraphs replaced by thousands of others",
    Array.from({ length: 50_000 }, (_, index) => `Paragraph ${index} ${(index * 7919) % 10_007} of the old`),
    Array.from(
      { length: 50_000 },
      (_, index) => `Novelty ${index} ${(index * 104_729) % 10_009} came instead`,
    ),
  ],
  ["half a million letters", Array(500_000).fill("a"), Array(500_000).fill("b")],
])("%s: the comparison finishes and loses nothing", (_, old, now) => {
  const blocks = compareTexts(old.join("\n"), now.join("\n"));
  const side = (without: "added" | "removed") =>
    blocks
      .filter(({ kind }) => kind !== without)
      .map((block) =>
        block.kind === "changed"
          ? block.parts.map(({ kind, text }) => (kind === without ? "" : text)).join("")
          : block.text,
      );
  expect(side("added").join("\n") === old.join("\n")).toBe(true);
  expect(side("removed").join("\n") === now.join("\n")).toBe(true);
});
