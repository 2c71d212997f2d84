import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { matchTokens, uniqueShingles } from "./match-tokens";

/** A run of tokens: `count` times the same one, or `count` different ones from `first` on. */
const same = (count: number, token: number): number[] => Array<number>(count).fill(token);
const distinct = (count: number, first: number): number[] =>
  Array.from({ length: count }, (_, at) => first + at);
const matched = (a: readonly number[], b: readonly number[]) =>
  matchTokens(Int32Array.from(a), Int32Array.from(b)).map(({ a: at, b: now, length }) => [at, now, length]);

describe("short texts are compared token by token", () => {
  test.each<[string, number[], number[], number[][]]>([
    ["two empty texts", [], [], []],
    ["an empty text and another", [], [1, 2], []],
    ["the same text", [1, 2, 3], [1, 2, 3], [[0, 0, 3]]],
    ["nothing in common", [1, 2], [3, 4], []],
    [
      "an insertion",
      [1, 2, 3],
      [1, 9, 2, 3],
      [
        [0, 0, 1],
        [1, 2, 2],
      ],
    ],
    [
      "a deletion",
      [1, 9, 2, 3],
      [1, 2, 3],
      [
        [0, 0, 1],
        [2, 1, 2],
      ],
    ],
    ["a replacement at the beginning", [9, 2, 3], [8, 2, 3], [[1, 1, 2]]],
    ["a replacement at the end", [1, 2, 9], [1, 2, 8], [[0, 0, 2]]],
    [
      "a replacement in the middle",
      [1, 9, 3],
      [1, 8, 3],
      [
        [0, 0, 1],
        [2, 2, 1],
      ],
    ],
    ["something common between two replacements", [9, 2, 8], [7, 2, 6], [[1, 1, 1]]],
    [
      "a word of the end again before it",
      [1, 9, 2],
      [1, 2, 8, 2],
      [
        [0, 0, 1],
        [2, 3, 1],
      ],
    ],
    ["one repetition removed", [1, 1, 1], [1, 1], [[0, 0, 2]]],
    ["a text that grew at both ends", [2, 3], [1, 2, 3, 4], [[0, 1, 2]]],
    ["tokens in another order", [1, 2, 3, 4], [3, 4, 1, 2, 5], [[0, 2, 2]]],
  ])("%s", (_, a, b, expected) => {
    expect(matched(a, b)).toEqual(expected);
  });
});

describe("long texts are divided by the passages that occur once in both", () => {
  const passage = distinct(8, 100);

  test("above 250,000 pairs of tokens such a passage wins over a longer one of repeated words", () => {
    const start = distinct(1000, 5000);
    const old = [...start, ...passage, ...same(392, 1)];
    const now = (added: number) => [...start, ...same(392, 1), ...distinct(added, 200), ...passage];
    expect(matched(old, now(225))).toEqual([
      [0, 0, 1000],
      [1008, 1000, 392],
    ]);
    expect(matched(old, now(226))).toEqual([
      [0, 0, 1000],
      [1000, 1618, 8],
    ]);
  });

  test.each<[string, number[], number[], number[][]]>([
    [
      "a replacement around a passage",
      [...distinct(700, 1000), ...passage, ...distinct(700, 2000)],
      [...distinct(700, 3000), ...passage, ...distinct(700, 4000)],
      [[700, 700, 8]],
    ],
    [
      "a passage that is longer on both sides is found in full",
      [...distinct(700, 1000), ...distinct(30, 100), ...distinct(700, 2000)],
      [...distinct(700, 3000), ...distinct(30, 100), ...distinct(700, 4000)],
      [[700, 700, 30]],
    ],
    [
      "two passages, with short changes between them",
      [...distinct(700, 1000), ...passage, 1, 5, 2, ...distinct(8, 200), ...distinct(700, 2000)],
      [...distinct(700, 3000), ...passage, 3, 5, 4, 6, ...distinct(8, 200), ...distinct(700, 4000)],
      [
        [700, 700, 8],
        [709, 709, 1],
        [711, 712, 8],
      ],
    ],
    [
      "passages that changed places: the largest set in order",
      [
        ...distinct(700, 1000),
        ...passage,
        1,
        ...distinct(8, 200),
        1,
        ...distinct(8, 300),
        ...distinct(700, 2000),
      ],
      [
        ...distinct(700, 3000),
        ...distinct(8, 200),
        2,
        ...distinct(8, 300),
        2,
        ...passage,
        ...distinct(700, 4000),
      ],
      [
        [709, 700, 8],
        [718, 709, 8],
      ],
    ],
    [
      "two passages that overlap in the old text only: the second is not matched twice",
      [...distinct(700, 1000), ...distinct(9, 100), ...distinct(700, 2000)],
      [...distinct(700, 3000), ...passage, 1, ...distinct(8, 101), ...distinct(700, 4000)],
      [
        [700, 700, 8],
        [708, 716, 1],
      ],
    ],
    [
      "two passages that overlap in the new text only",
      [...distinct(700, 1000), ...passage, 1, ...distinct(8, 101), ...distinct(700, 2000)],
      [...distinct(700, 3000), ...distinct(9, 100), ...distinct(700, 4000)],
      [
        [700, 700, 8],
        [716, 708, 1],
      ],
    ],
    [
      "a word of the passage again after it, in the new text",
      [...distinct(700, 1000), ...passage, ...distinct(700, 2000)],
      [...distinct(700, 3000), ...passage, 1, 103, ...distinct(700, 4000)],
      [[700, 700, 8]],
    ],
    [
      "a word of the passage again after it, in the old text",
      [...distinct(700, 1000), ...passage, 1, 103, ...distinct(700, 2000)],
      [...distinct(700, 3000), ...passage, ...distinct(700, 4000)],
      [[700, 700, 8]],
    ],
    [
      "short passages before and after a long one, in texts too long to compare word by word",
      [
        ...distinct(5000, 10_000),
        ...distinct(4, 300),
        ...distinct(5000, 20_000),
        ...passage,
        ...distinct(5000, 30_000),
        ...distinct(4, 400),
        1,
        ...distinct(5000, 40_000),
      ],
      [
        ...distinct(5000, 50_000),
        ...distinct(4, 300),
        ...distinct(5000, 60_000),
        ...passage,
        ...distinct(5000, 70_000),
        ...distinct(4, 400),
        2,
        ...distinct(5000, 80_000),
      ],
      [
        [5000, 5000, 4],
        [10_004, 10_004, 8],
        [15_012, 15_012, 4],
      ],
    ],
    [
      "a word said three times at each end, in texts too long to compare word by word",
      [1, 1, 1, ...distinct(4500, 10_000), 2, 2, 2],
      [1, 1, 1, ...distinct(4600, 20_000), 2, 2, 2],
      [
        [0, 0, 3],
        [4503, 4603, 3],
      ],
    ],
    [
      "six passages in another order: the largest set in order",
      [
        ...distinct(700, 1000),
        ...[1, 2, 3, 4, 5, 6].flatMap((nth) => distinct(8, 100 * nth)),
        ...distinct(700, 2000),
      ],
      [
        ...distinct(700, 3000),
        ...[3, 1, 2, 6, 4, 5].flatMap((nth) => distinct(8, 100 * nth)),
        ...distinct(700, 4000),
      ],
      [
        [700, 708, 16],
        [724, 732, 16],
      ],
    ],
    [
      "a passage that occurs twice divides nothing: four words that occur once do",
      [...passage, ...distinct(700, 1000), ...distinct(4, 200), ...distinct(700, 2000), ...passage],
      [...distinct(700, 3000), ...distinct(4, 200), ...distinct(700, 4000)],
      [[708, 700, 4]],
    ],
    [
      "a passage of four words",
      [...distinct(700, 1000), ...distinct(4, 100), ...distinct(700, 2000)],
      [...distinct(700, 3000), ...distinct(4, 100), ...distinct(700, 4000)],
      [[700, 700, 4]],
    ],
    [
      "a passage of two words",
      [...distinct(700, 1000), ...distinct(2, 100), ...distinct(700, 2000)],
      [...distinct(700, 3000), ...distinct(2, 100), ...distinct(700, 4000)],
      [[700, 700, 2]],
    ],
    [
      "a beginning and an end in common",
      [1, 2, ...distinct(700, 1000), 3, 4],
      [1, 2, ...distinct(700, 3000), 3, 4],
      [
        [0, 0, 2],
        [702, 702, 2],
      ],
    ],
  ])("%s", (_, a, b, expected) => {
    expect(matched(a, b)).toEqual(expected);
  });

  test("without such a passage up to 2,000 tokens are compared one by one; more count as rewritten", () => {
    const repeated = (count: number, edge: number) => [edge, ...same(count - 2, 1), edge + 1];
    expect(matched(repeated(1000, 10), repeated(1000, 20))).toEqual([[1, 1, 998]]);
    expect(matched(repeated(1000, 10), repeated(1001, 20))).toEqual([]);
  });
});

test("for any texts the matches are equal tokens in order, and none continues the one before it", () => {
  const ids = fc.array(fc.nat({ max: 4 }), { maxLength: 20 });
  fc.assert(
    fc.property(ids, ids, (a, b) => {
      let from = { a: 0, b: 0 };
      for (const { a: at, b: now, length } of matchTokens(Int32Array.from(a), Int32Array.from(b))) {
        expect(length).toBeGreaterThan(0);
        expect(at >= from.a && now >= from.b).toBe(true);
        expect(at === from.a && now === from.b && at > 0 && now > 0 && from.a > 0).toBe(false);
        expect(a.slice(at, at + length)).toEqual(b.slice(now, now + length));
        from = { a: at + length, b: now + length };
      }
    }),
    { numRuns: 50 },
  );
});

test.each<[string, number[], number[], number[][]]>([
  ["no text", [], [], []],
  ["a text shorter than a shingle", [1], [1], []],
  ["a text as long as a shingle", [1, 2], [1, 2], [[0, 0]]],
  [
    "each shingle of two texts",
    [1, 2, 3],
    [9, 1, 2, 3],
    [
      [0, 1],
      [1, 2],
    ],
  ],
  ["only those that occur once in the first text", [1, 2, 1, 2, 3], [1, 2, 3], [[3, 1]]],
  ["only those that occur once in the second text", [1, 2, 3], [1, 2, 1, 2, 3], [[1, 3]]],
  ["those that occur twice at the beginning of both texts", [1, 2, 1, 2], [1, 2, 1, 2], [[1, 1]]],
  ["three times is not once", [1, 2, 1, 2, 1, 2], [1, 2], []],
  [
    "in order of the first text",
    [1, 2, 9, 3, 4],
    [3, 4, 8, 1, 2],
    [
      [0, 3],
      [3, 0],
    ],
  ],
  ["other words are no match", [1, 2], [2, 1], []],
])("unique shingles of two tokens: %s", (_, a, b, expected) => {
  const range = { a0: 0, a1: a.length, b0: 0, b1: b.length };
  const found = uniqueShingles(Int32Array.from(a), Int32Array.from(b), range, 2);
  expect(found.map((pair) => [pair.a, pair.b])).toEqual(expected);
});

test("unique shingles are only looked for in the range", () => {
  const ids = Int32Array.of(1, 2, 3, 4, 1, 2);
  expect(uniqueShingles(ids, ids, { a0: 1, a1: 5, b0: 2, b1: 6 }, 2)).toEqual([
    { a: 2, b: 2 },
    { a: 3, b: 3 },
  ]);
});
