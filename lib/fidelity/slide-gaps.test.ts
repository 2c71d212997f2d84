import { describe, expect, it } from "vitest";
import { type ComparedSide, slideGaps } from "./slide-gaps";

/** Words of a text, in which "." ends a sentence and "|" a paragraph. */
function sideOf(text: string): ComparedSide & { words: string[] } {
  const words: string[] = [];
  const boundaries: number[] = [2];
  for (const part of text.split(" "))
    if (part === "." || part === "|") boundaries[words.length] = part === "|" ? 2 : 1;
    else words.push(part);
  boundaries[words.length] = 2;
  return { words, folded: (index) => words[index] ?? "", boundary: (index) => boundaries[index] ?? 0 };
}

describe("slideGaps", () => {
  it.each<[string, string, string, [number, number, number][], string[]]>([
    [
      "to paragraphs, back",
      "a b | the x y | the z",
      "a b | the z",
      [
        [0, 0, 3],
        [6, 3, 1],
      ],
      ["the x y"],
    ],
    [
      "to paragraphs, on",
      "a may | b may | c",
      "a may | c",
      [
        [0, 0, 1],
        [3, 1, 2],
      ],
      ["b may"],
    ],
    [
      "to sentences",
      "a . the x . the z",
      "a . the z",
      [
        [0, 0, 2],
        [4, 2, 1],
      ],
      ["the x"],
    ],
    [
      "not where nothing is better",
      "a b c d",
      "a d",
      [
        [0, 0, 1],
        [3, 1, 1],
      ],
      ["b c"],
    ],
    [
      "not where the words differ",
      "a . no x . the z",
      "a . the z",
      [
        [0, 0, 1],
        [3, 1, 2],
      ],
      ["no x"],
    ],
    [
      "not between changed words",
      "a | the x | the z",
      "a | the y | the z",
      [
        [0, 0, 2],
        [3, 3, 2],
      ],
      ["x"],
    ],
  ])("%s", (_, file, text, matches, expected) => {
    const side = sideOf(file);
    const settled = slideGaps(
      matches.map(([a, b, length]) => ({ a, b, length })),
      side,
      sideOf(text),
    );
    const gaps = settled.slice(1).map((after, index) => {
      const before = settled[index];
      return side.words.slice((before?.a ?? 0) + (before?.length ?? 0), after.a).join(" ");
    });
    expect(gaps).toEqual(expected);
    expect(settled.reduce((sum, { length }) => sum + length, 0)).toBe(
      matches.reduce((sum, [, , length]) => sum + length, 0),
    );
  });

  it("a text that repeats one word stays linear", () => {
    const repeated = sideOf("a ".repeat(20_000).trim());
    const matches = Array.from({ length: 9_999 }, (_, index) => ({ a: 2 * index, b: index, length: 1 }));
    let reads = 0;
    const counted: ComparedSide = {
      ...repeated,
      folded(index) {
        reads += 1;
        return repeated.folded(index);
      },
    };
    slideGaps(matches, counted, repeated);
    expect(reads).toBeLessThan(20_000 * 250);
  });
});
