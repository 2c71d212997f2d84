import { expect, test } from "vitest";
import { hasMoreValues, parseBoundedJson } from "./parse-bounded-json";

// Names count as values: `{"a":1}` has an object, a name and a number.
test.each<[what: string, json: string, values: number]>([
  ["a list of one", "[1]", 2],
  ["an empty list", "[]", 2],
  ["a list of three", "[1,2,3]", 4],
  ["an object", '{"a":1}', 3],
  ["objects in a list", '[{"a":1},{"b":2}]', 7],
  ["nested lists", "[[[[]]]]", 5],
  ["separators in a text", '["a,b:[{,,,,"]', 2],
  ["an escaped quotation mark", '["a\\",,,,",1]', 3],
  ["an escaped backslash before the end of a text", '["a\\\\",1,2]', 4],
  ["a name with separators", '{",,:[{":1}', 3],
])("%s is counted", (_, json, values) => {
  expect(hasMoreValues(json, values)).toBe(false);
  expect(hasMoreValues(json, values - 1)).toBe(true);
  expect(parseBoundedJson(json, values)).toEqual({ ok: true, value: JSON.parse(json) });
  expect(parseBoundedJson(json, values - 1)).toEqual({
    ok: false,
    error: { kind: "too-many-values", max: values - 1 },
  });
});

test("what is not JSON is malformed, with its cause", () => {
  expect(parseBoundedJson('{"a":')).toMatchObject({ ok: false, error: { kind: "malformed" } });
});

test("a text without end is not read past its end", () => {
  expect(hasMoreValues(`["${"a,".repeat(100)}`, 50)).toBe(false);
});
