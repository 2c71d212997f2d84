import { expect, test } from "vitest";
import { assignLanes } from "./assign-lanes";
import type { Span } from "./segment-text";

test.each<[string, [id: string, start: number, end: number][], Record<string, number>]>([
  ["no claims take no lane", [], {}],
  [
    "claims apart share the lane nearest to the text",
    [
      ["a", 0, 3],
      ["b", 4, 9],
      ["c", 20, 25],
    ],
    { a: 0, b: 0, c: 0 },
  ],
  [
    "claims that only touch share a lane",
    [
      ["a", 0, 5],
      ["b", 5, 9],
      ["c", 9, 20],
    ],
    { a: 0, b: 0, c: 0 },
  ],
  [
    "claims that share one character do not",
    [
      ["a", 0, 6],
      ["b", 5, 9],
    ],
    { a: 1, b: 0 },
  ],
  [
    "of two equally long claims, the later one is nearer to the text",
    [
      ["a", 0, 5],
      ["b", 3, 8],
    ],
    { a: 1, b: 0 },
  ],
  [
    "of two claims on the same words, the one with the first id is nearer",
    [
      ["b", 0, 5],
      ["a", 0, 5],
      ["c", 0, 5],
    ],
    { a: 0, b: 1, c: 2 },
  ],
  [
    "a long claim goes around every claim inside it",
    [
      ["long", 0, 50],
      ["a", 0, 10],
      ["b", 20, 30],
      ["c", 25, 40],
    ],
    { a: 0, b: 0, c: 1, long: 2 },
  ],
  [
    "a claim between two others takes the free place between them",
    [
      ["first", 0, 3],
      ["last", 10, 13],
      ["between", 3, 10],
    ],
    { first: 0, last: 0, between: 0 },
  ],
])("%s", (_, spans, expected) => {
  const lanes = assignLanes(spans.map(([id, start, end]): Span => ({ id, start, end })));
  expect(Object.fromEntries(lanes)).toEqual(expected);
});
