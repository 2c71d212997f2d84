import { expect, test } from "vitest";
import { formatClaimNumbers, readClaimNumbers } from "./claim-numbers";

test.each([
  ["1,4,7", [1, 4, 7]],
  ["7,1,7", [7, 1]],
  ["12", [12]],
  ["1,x,-3,0,2.5,4", [1, 4]],
  ["", null],
  ["all", null],
  [undefined, null],
  [["1", "2"], null],
  ["1".repeat(20), null],
])("%j names %j", (value, expected) => {
  expect(readClaimNumbers(value)).toEqual(expected);
});

test("reads at most 200", () => {
  const many = Array.from({ length: 5000 }, (_, index) => ({ number: index + 1 }));
  expect(readClaimNumbers(formatClaimNumbers(many))).toHaveLength(200);
});
