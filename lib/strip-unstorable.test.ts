import { expect, test } from "vitest";
import { stripUnstorableInput } from "./strip-unstorable";

const bytes = new Uint8Array([0, 1]);
const at = new Date(0);

test.each<[string, unknown, unknown]>([
  ["NUL", "a\0b", "ab"],
  ["half a pair", "a\ud800b", "a\ufffdb"],
  ["a whole pair", "😀", "😀"],
  ["fields and lists", { a: ["x\0", { b: "\0" }], c: 1, d: null }, { a: ["x", { b: "" }], c: 1, d: null }],
  ["bytes", { bytes }, { bytes }],
  ["an instant", [at], [at]],
  ["nothing", undefined, undefined],
])("%s", (_, given, expected) => {
  expect(stripUnstorableInput(given)).toEqual(expected);
});

test("what is too deep is left as it is", () => {
  let deep: unknown = "x";
  for (let depth = 0; depth < 100_000; depth++) deep = [deep];
  expect(() => stripUnstorableInput(deep)).not.toThrow();
});
