import { expect, test } from "vitest";
import { leadAfter, ownerOf } from "./flag-owner";

const people = { assigneeId: "ada", verdictById: "bo", leadId: "cy", creatorId: "di" };

test.each<[string, Partial<typeof people> | Record<string, null>, string[], string | null]>([
  ["the assignee comes first", {}, ["ada", "bo", "cy", "di"], "ada"],
  ["without an assignee, the author of the verdict", { assigneeId: null }, ["ada", "bo", "cy", "di"], "bo"],
  ["without a verdict, the lead", { assigneeId: null, verdictById: null }, ["ada", "bo", "cy", "di"], "cy"],
  [
    "without a lead, who imported the article",
    { assigneeId: null, verdictById: null, leadId: null },
    ["di"],
    "di",
  ],
  ["those who have left are passed over", {}, ["cy", "di"], "cy"],
  ["everyone has left", {}, [], null],
])("%s", (_, change, active, expected) => {
  expect(ownerOf({ ...people, ...change }, new Set(active))).toBe(expected);
});

test.each<[string, string | null, string | null, string[], string | null]>([
  ["the lead", "ada", "cy", ["ada", "cy"], "cy"],
  ["not the lead again", "cy", "cy", ["cy"], null],
  ["no lead", "ada", null, ["ada"], null],
  ["a lead who has left", "ada", "cy", ["ada"], null],
])("after the owner: %s", (_, ownerId, leadId, active, expected) => {
  expect(leadAfter(ownerId, { leadId }, new Set(active))).toBe(expected);
});
