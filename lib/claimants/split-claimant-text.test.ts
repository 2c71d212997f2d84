import { expect, test } from "vitest";
import { type SplitClaimant, splitClaimantText } from "./split-claimant-text";

const long = "the wording of the quotation was altered throughout";

test.each<[string, string, string[], SplitClaimant]>([
  [
    "a name",
    "Ann Lee",
    ["tax"],
    { claimant: { name: "Ann Lee", role: null }, carriedBy: null, tags: ["tax"] },
  ],
  [
    "a note becomes a tag",
    "Vladimir Putin, as reported by the Associated Press (text altered)",
    ["tax"],
    {
      claimant: { name: "Vladimir Putin", role: null },
      carriedBy: "Associated Press",
      tags: ["tax", "text altered"],
    },
  ],
  [
    "a tag that is there",
    "John Kirby (quotation altered)",
    ["quotation altered"],
    { claimant: { name: "John Kirby", role: null }, carriedBy: null, tags: ["quotation altered"] },
  ],
  [
    "a role",
    "Joseph Wu, then foreign minister of Taiwan",
    [],
    { claimant: { name: "Joseph Wu", role: "then foreign minister of Taiwan" }, carriedBy: null, tags: [] },
  ],
  [
    "a note that is too long for a tag",
    `Ann Lee via Reuters (${long})`,
    [],
    { claimant: { name: "Ann Lee", role: null }, carriedBy: `Reuters (${long})`, tags: [] },
  ],
  [
    "a note with a comma, which would be two tags in the form",
    "Ann Lee (altered, shortened)",
    [],
    { claimant: { name: "Ann Lee", role: null }, carriedBy: "(altered, shortened)", tags: [] },
  ],
  [
    "no room for another tag",
    "Ann Lee via Reuters (altered)",
    ["a", "b", "c"],
    { claimant: { name: "Ann Lee", role: null }, carriedBy: "Reuters (altered)", tags: ["a", "b", "c"] },
  ],
  ["blank", "  ", ["a"], { claimant: null, carriedBy: null, tags: ["a"] }],
])("%s", (_, text, tags, expected) => {
  expect(splitClaimantText(text, tags, { tag: 50, tags: 3 })).toEqual(expected);
});
