import { expect, test } from "vitest";
import { isSameJson } from "./is-same-json";

test.each<[string, unknown, unknown, boolean]>([
  ["keys in another order", { name: "Desk", url: null }, { url: null, name: "Desk" }, true],
  ["keys in another order, deeper", [{ a: { b: 1, c: 2 } }], [{ a: { c: 2, b: 1 } }], true],
  ["a key without a value", { name: "Desk", url: undefined }, { name: "Desk" }, true],
  ["nothing", undefined, undefined, true],
  ["another value", { name: "Desk" }, { name: "Press" }, false],
  ["a key more", { name: "Desk" }, { name: "Desk", url: null }, false],
  ["another order of a list", ["false", "true"], ["true", "false"], false],
  ["nothing and null", undefined, null, false],
])("%s", (_, a, b, expected) => {
  expect(isSameJson(a, b)).toBe(expected);
});
