import { expect, test } from "vitest";
import { MAX_ITEM_LENGTH } from "./checkable-item";
import { MAX_REASON_LENGTH, markItemInput } from "./tick-input";

const input = {
  articleId: "6f0bafc4-9d0c-4d2f-8b1e-0d6f3a6d7f10",
  versionId: "6f0bafc4-9d0c-4d2f-8b1e-0d6f3a6d7f11",
  item: { kind: "name", start: 2, end: 5 },
  as: "checked",
};
const item = (start: number, end: number) => ({ item: { kind: "figure", start, end } });
const NO_ITEM = "This is not an item of the text. Reload the page and try again.";
const NO_REASON = "Say why this item is not checked.";

test.each<[string, object, [path: string, message: string] | null]>([
  ["checked", {}, null],
  ["opened again", { as: "open" }, null],
  ["skipped with a reason", { as: "skipped", reason: "Common knowledge" }, null],
  ["skipped without one", { as: "skipped" }, ["reason", NO_REASON]],
  ["skipped with a blank one", { as: "skipped", reason: " " }, ["reason", NO_REASON]],
  [
    "skipped with a long one",
    { as: "skipped", reason: "a".repeat(MAX_REASON_LENGTH + 1) },
    ["reason", "The reason has 301 characters; the limit is 300. Shorten it."],
  ],
  ["one at the beginning", item(0, 1), null],
  ["the longest", item(7, 7 + MAX_ITEM_LENGTH), null],
  ["a longer one", item(7, 8 + MAX_ITEM_LENGTH), ["item", NO_ITEM]],
  ["an empty one", item(7, 7), ["item", NO_ITEM]],
  ["one that ends before it begins", item(7, 6), ["item", NO_ITEM]],
])("an item is marked: %s", (_, change, problem) => {
  const [issue] = markItemInput.safeParse({ ...input, ...change }).error?.issues ?? [];
  expect(issue ? [issue.path.join("."), issue.message] : null).toEqual(problem);
});

test.each<[string, object]>([
  ["before the text", item(-1, 3)],
  ["between two units", item(0.5, 3)],
  ["after any text", item(2 ** 31, 2 ** 31 + 3)],
  ["of no kind", { item: { kind: "word", start: 0, end: 3 } }],
  ["of no article", { articleId: "1" }],
])("an item %s is refused", (_, change) => {
  expect(markItemInput.safeParse({ ...input, ...change }).success).toBe(false);
});
