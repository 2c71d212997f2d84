import { expect, it } from "vitest";
import { isLike } from "./form-draft";

const INITIAL = { title: "", primary: false, tags: [] as string[], base: { revision: 1 }, leadId: null };

it.each<[string, unknown, boolean]>([
  ["the same", INITIAL, true],
  ["other values", { title: "A", primary: true, tags: ["a"], base: { revision: 4 }, leadId: "ada" }, true],
  ["a further field", { ...INITIAL, note: "" }, true],
  ["a field of another kind further down", { ...INITIAL, base: { revision: "1" } }, false],
  ["a missing field", { ...INITIAL, title: undefined }, false],
  ["a field of another kind", { ...INITIAL, title: 7 }, false],
  ["an object for a list", { ...INITIAL, tags: {} }, false],
  ["a list", [INITIAL], false],
  ["null", null, false],
  ["a text", "title", false],
])("%s is like the initial value: %s", (_, value, expected) => {
  expect(isLike(INITIAL, value)).toBe(expected);
});
