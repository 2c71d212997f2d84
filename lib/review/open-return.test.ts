import { expect, test } from "vitest";
import { openReturn } from "./open-return";

test.each<[string, string[], number | null]>([
  ["a draft that was never submitted", ["mark"], null],
  ["a claim in review", ["submit", "mark"], null],
  ["a claim that was returned", ["return", "submit", "mark"], 0],
  ["a claim that was changed since it was returned", ["change", "verdict", "return", "submit"], 2],
  ["a claim that was submitted again", ["submit", "change", "return", "submit"], null],
])("%s", (_, actions, expected) => {
  const items = actions.map((action) => ({ action }));
  expect(openReturn(items)).toBe(expected === null ? null : items[expected]);
});
