import { expect, test } from "vitest";
import { parseNumber } from "./parse-number";

test.each([
  ["0", 0],
  ["12", 12],
  ["999999999", 999_999_999],
  // More than Postgres stores in an integer.
  ["9999999999", null],
  ["-1", null],
  ["1.5", null],
  ["1e3", null],
  ["", null],
  [undefined, null],
  ["latest", null],
])("%s is the number %s", (text, number) => {
  expect(parseNumber(text)).toBe(number);
});
