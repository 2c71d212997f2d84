import { expect, test } from "vitest";
import { boundCsl, CSL_LIMITS, cslData } from "./csl-data";

const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)]);

test.each<[string, Record<string, unknown>, Record<string, unknown>, string[]]>([
  [
    "text, numbers, lists and objects stay",
    { a: "x", b: 1, c: [[2024, "5"]], d: { e: null } },
    { a: "x", b: 1, c: [[2024, "5"]], d: { e: null } },
    [],
  ],
  [
    "NUL and broken characters go",
    { a: "x\0y\ud800", "b\0": [{ c: "\0" }] },
    { a: "xy\ufffd", b: [{ c: "" }] },
    [],
  ],
  ["an absent value is no field", { a: undefined, b: 1 }, { b: 1 }, []],
  [
    "a field that is nested too deep is left out",
    { a: nested(CSL_LIMITS.depth + 1), b: nested(CSL_LIMITS.depth) },
    { b: nested(CSL_LIMITS.depth) },
    ["a"],
  ],
  ["what is not JSON is left out", { a: () => 1, b: Number.NaN, c: 1n, d: 2 }, { d: 2 }, ["a", "b", "c"]],
])("%s", (_, item, csl, leftOut) => {
  expect(boundCsl(item)).toEqual({ csl, leftOut });
});

test("the longest fields of an item that is too long are left out", () => {
  const item = { title: "T", abstract: "a".repeat(CSL_LIMITS.size), note: "n".repeat(CSL_LIMITS.size - 500) };
  const { csl, leftOut } = boundCsl(item);
  expect(leftOut).toEqual(["abstract"]);
  expect(JSON.stringify(csl).length).toBeLessThanOrEqual(CSL_LIMITS.size);
});

test("a field can't change the prototype of the item", () => {
  const { csl } = boundCsl(JSON.parse('{"__proto__": {"type": "book"}, "custom": {"__proto__": {"a": 1}}}'));
  expect(csl.type).toBeUndefined();
  expect(Object.keys(csl)).toEqual(["custom"]);
});

test("more fields than any program writes are left out", () => {
  const item = Object.fromEntries(
    Array.from({ length: CSL_LIMITS.fields + 2 }, (_, index) => [`f${index}`, 1]),
  );
  expect(boundCsl(item).leftOut).toEqual([`f${CSL_LIMITS.fields}`, `f${CSL_LIMITS.fields + 1}`]);
});

test.each<[string, unknown, boolean]>([
  ["an item", { type: "book" }, true],
  ["none", null, true],
  ["nothing", undefined, true],
  ["a list", [1], false],
  ["text", "book", false],
  ["an item that is too long", { abstract: "a".repeat(CSL_LIMITS.size + 1) }, false],
])("%s is accepted: %#", (_, value, isAccepted) => {
  expect(cslData.safeParse(value).success).toBe(isAccepted);
});
