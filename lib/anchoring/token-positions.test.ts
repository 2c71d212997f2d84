import { expect, test } from "vitest";
import { firstAtLeast } from "./first-at-least";
import { tokenPositions } from "./token-positions";
import { tokenise } from "./tokenise";

test.each<[number, number[]]>([
  [1, [0, 2]],
  [2, [1, 4]],
  [3, [3]],
  [4, []],
])("the token with the number %i is at %j", (id, indexes) => {
  const positions = tokenPositions(tokenise("a b a c b", new Map()));
  expect([...positions.of(id)]).toEqual(indexes);
  expect(positions.count(id)).toBe(indexes.length);
});

test("a text without tokens has no positions", () => {
  expect(tokenPositions(tokenise(" ", new Map())).count(1)).toBe(0);
});

test.each([
  [0, 0],
  [2, 0],
  [3, 1],
  [5, 1],
  [6, 3],
  [9, 4],
])("the first of 2, 5, 5, 8 that is at least %i has the index %i", (limit, index) => {
  expect(firstAtLeast(Int32Array.of(2, 5, 5, 8), limit)).toBe(index);
});
