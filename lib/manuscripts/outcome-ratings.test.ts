import { expect, test } from "vitest";
import type { Claim } from "@/lib/claims/claim";
import { defaultScale } from "@/lib/ratings/default-scale";
import { buildClaim, buildOutcome } from "@/lib/testing/builders";
import { judgementOf, outcomeRatings } from "./outcome-ratings";

const manuscript = (outcome: Claim["outcome"]) => buildClaim({ purpose: "manuscript", outcome });
const answers = [
  { id: "a", decision: "answer" as const, text: "So.", by: "Ann", at: "2026-01-01T00:00:00.000Z" },
];
const by = { id: "p", name: "Ada" };

test.each<[string, Claim, string | undefined]>([
  ["a claim without an outcome, whatever its rating", manuscript(null), undefined],
  ["one that stands", manuscript(buildOutcome()), "Stands"],
  [
    "one that was changed",
    manuscript(buildOutcome({ decided: { decision: "accepted", by } })),
    "Stands, changed",
  ],
  ["one that was not changed", manuscript(buildOutcome({ decided: { decision: "declined", by } })), "Stands"],
  ["a suggested wording", manuscript(buildOutcome({ kind: "change", wording: "250" })), "Suggested wording"],
  ["a query", manuscript(buildOutcome({ kind: "query", question: "Why?" })), "Query to the author"],
  [
    "a suggested wording that was answered",
    manuscript(buildOutcome({ kind: "change", wording: "250", answers })),
    "Suggested wording",
  ],
  [
    "an answered query",
    manuscript(buildOutcome({ kind: "query", question: "Why?", answers })),
    "Query answered",
  ],
])("in a manuscript, %s", (_, claim, label) => {
  expect(judgementOf(claim, outcomeRatings())?.label).toBe(label);
});

test.each([
  ["that it stands", buildOutcome()],
  ["a suggested wording", buildOutcome({ kind: "change", wording: "250" })],
])("elsewhere, the rating counts and an earlier outcome does not: %s", (_, outcome) => {
  const claim = buildClaim({ rating: "false", outcome });
  expect(judgementOf(claim, defaultScale.ratings)?.label).toBe("False");
});
