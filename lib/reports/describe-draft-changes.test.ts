import { expect, test } from "vitest";
import { reportClaim, smallReport } from "@/lib/testing/reports/small-report";
import { describeDraftChanges } from "./describe-draft-changes";
import type { Report } from "./report";

const claim = (number: number, overrides = {}) =>
  reportClaim({ id: `claim-${number}`, number, ...overrides });
const before = smallReport({ claims: [claim(1), claim(2)] });
const withClaims = (...claims: Report["claims"]) => ({ ...before, claims });

test.each<[string, Report, string[]]>([
  ["nothing", before, []],
  [
    "a verdict and its reasons",
    withClaims(claim(1), claim(2, { ratingKey: "true", rationaleText: "They rose." })),
    ["Claim 2 changed: Verdict, Reasons."],
  ],
  ["a claim less", withClaims(claim(2)), ["Claim 1 is no longer part of it."]],
  ["a claim more", withClaims(claim(1), claim(2), claim(3)), ["Claim 3 was added."]],
  ["the text", { ...before, article: { ...before.article, textHash: "1" } }, ["The text changed."]],
  ["the title", { ...before, article: { ...before.article, title: "Tax" } }, ["Its details changed."]],
  ["the finding", { ...before, finding: "Taxes fell." }, ["Its finding changed."]],
  ["the scale", { ...before, scale: { ...before.scale, name: "Other" } }, ["Its rating scale changed."]],
  [
    "another publication",
    { ...before, publication: { ...before.publication, number: 3 } },
    ["It was published by someone else."],
  ],
  [
    "six things",
    withClaims(claim(1), claim(2), ...[3, 4, 5, 6, 7, 8].map((number) => claim(number))),
    [...[3, 4, 5, 6, 7].map((number) => `Claim ${number} was added.`), "One more thing changed."],
  ],
  [
    "many things",
    withClaims(claim(1), claim(2), ...[3, 4, 5, 6, 7, 8, 9].map((number) => claim(number))),
    [...[3, 4, 5, 6, 7].map((number) => `Claim ${number} was added.`), "2 more things changed."],
  ],
])("%s", (_, now, expected) => {
  expect(describeDraftChanges(before, now)).toEqual(expected);
});
