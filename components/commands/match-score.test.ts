import { expect, test } from "vitest";
import { bestMatches, matchScore } from "./match-score";

const commands = [
  "Mark the selection as a claim",
  "Comment on the selection, or show all comments",
  "Next claim",
  "Next checkable sentence without a claim",
  "Edit the open claim",
  "Duplicate the open claim",
  "Delete the open claim",
  "Show only the open claim",
];
const find = (query: string) => bestMatches(commands, query, (text) => text);

test.each([
  ["the start of the text", "dup", "Duplicate the open claim"],
  ["any case", "DEL", "Delete the open claim"],
  ["starts of words", "nc", "Next claim"],
  ["beginnings of words", "ed op cl", "Edit the open claim"],
  ["a word inside", "sentence", "Next checkable sentence without a claim"],
  ["letters in order", "dlt", "Delete the open claim"],
  ["two of the words", "show claim", "Show only the open claim"],
  ["space around it", "  dup ", "Duplicate the open claim"],
])("finds a command by %s: %s", (_, query, expected) => {
  expect(find(query)[0]).toBe(expected);
});

test("an empty query finds all in their order", () => {
  expect(find(" ")).toEqual(commands);
});

test.each(["xyz", "claim edit the", "qqq"])("does not find %s", (query) => {
  expect(find(query)).toEqual([]);
});

test.each([
  ["the same text before a longer one", "undo", ["Undo", "Undo everything"]],
  ["the start before a later word", "open", ["Open claim", "The open claim"]],
  ["a word's start before letters inside", "one", ["The one", "Bone"]],
  ["an unbroken run before scattered letters", "word7", ["claim 9 word7", "claim 7 words of 7"]],
  ["close letters before distant ones", "ae", ["x bake", "x ballistable"]],
])("ranks %s", (_, query, expected) => {
  expect(bestMatches([...expected].reverse(), query, (text) => text)).toEqual(expected);
});

test.each([
  ["Müller", "muller"],
  ["Müller", "mü"],
  ["fact-checked", "fact checked"],
  ["حجم التجارة", "التجارة"],
  ["贸易额增长", "增长"],
])("%s matches %s", (text, query) => {
  expect(matchScore(text, query)).toBeGreaterThan(0.1);
});

test("a score is between 0 and 1, and 1 for the same text", () => {
  expect(matchScore("Next claim", "next claim")).toBe(1);
  expect(matchScore("Next claim", "nc")).toBeGreaterThan(0);
  expect(matchScore("Next claim", "nc")).toBeLessThan(1);
});

test("long repetitive texts take no longer than others", () => {
  matchScore("a".repeat(5000), `${"a".repeat(99)}b`);
  matchScore(`${"ab ".repeat(2000)}c`, `${"a".repeat(100)}c`);
});
