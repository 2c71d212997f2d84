import { expect, test } from "vitest";
import { pageIn } from "./page";

const all = ["a", "b", "c", "d", "e"].map((id) => ({ id }));

test.each([
  [undefined, 2, "ab", "b"],
  ["b", 2, "cd", "d"],
  ["d", 2, "e", null],
  ["b", 3, "cde", null],
  ["e", 2, "", null],
  ["gone", 9, "abcde", null],
])("after %s, a page of %i has %s, and the next one begins after %s", (cursor, limit, ids, nextCursor) => {
  const page = pageIn(all, { cursor, limit });
  expect(page.items.map(({ id }) => id).join("")).toBe(ids);
  expect(page).toMatchObject({ nextCursor, total: 5 });
});
