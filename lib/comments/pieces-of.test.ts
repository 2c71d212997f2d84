import { expect, test } from "vitest";
import { piecesOf } from "./pieces-of";

test.each([
  ["", []],
  ["abcd", ["abcd"]],
  ["abcde", ["abcd", "e"]],
  ["abc😀d", ["abc", "😀d"]],
  ["ab😀cd", ["ab😀", "cd"]],
  ["😀😀😀", ["😀😀", "😀"]],
])("%j", (text, expected) => {
  expect(piecesOf(text, 4)).toEqual(expected);
});
