import { expect, test } from "vitest";
import { nonBlankLines } from "./non-blank-lines";

test.each([
  ["", []],
  [" \n\t\n", []],
  [" Lees \n\n Lee\n", ["Lees", "Lee"]],
])("%j has the lines %j", (text, lines) => {
  expect(nonBlankLines(text)).toEqual(lines);
});
