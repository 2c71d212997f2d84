import { expect, test } from "vitest";
import { sliceOf } from "./slice-of";

test.each([
  ["the first page", "edcba", undefined, "ed", "3"],
  ["the next page", "edcba", "3", "cb", "1"],
  ["the last page", "edcba", "1", "a", null],
  ["the next page, after something new", "gfedcba", "3", "cb", "1"],
  ["a page that ends the list", "edcba", "2", "ba", null],
  ["a list without items", "", undefined, "", null],
  ["what is no cursor", "edcba", "x", "ed", "3"],
  ["a cursor of a longer list", "cba", "99", "cb", "1"],
  ["a cursor after the end", "cba", "0", "", null],
])("%s", (_, all, cursor, items, nextCursor) => {
  expect(sliceOf([...all], cursor, 2)).toEqual({ items: [...items], nextCursor });
});
