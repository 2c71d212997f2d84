import { expect, test } from "vitest";
import { shortDescription } from "./short-description";

test.each([
  ["a short text", "Two claims are false.", "Two claims are false."],
  ["300 letters", "x".repeat(300), "x".repeat(300)],
  ["a long text", `${"word ".repeat(59)}sentences go on`, `${"word ".repeat(58)}word…`],
  ["a word of 400 letters", "x".repeat(400), `${"x".repeat(298)}…`],
  ["a surrogate pair at the end", `${"真".repeat(298)}😀真`.padEnd(400, "真"), `${"真".repeat(298)}…`],
])("%s", (_, text, expected) => {
  expect(shortDescription(text)).toBe(expected);
});
