import { expect, test } from "vitest";
import type { Claim } from "@/lib/claims/claim";
import { buildClaim, buildOutcome } from "@/lib/testing/builders";
import { suggestsWording } from "./suggests-wording";

const change = buildOutcome({ kind: "change", wording: "250" });
const { anchor } = buildClaim();

test.each<[string, Partial<Claim>, boolean]>([
  ["a claim with one", {}, true],
  ["a claim with a query", { outcome: buildOutcome({ kind: "query", question: "Why?" }) }, false],
  ["a claim without an outcome", { outcome: null }, false],
  ["a claim of a fact-check", { purpose: "published_text" }, false],
  ["a retired claim", { state: "retired" }, false],
  ["a claim whose passage has changed", { anchor: { ...anchor, outcome: "changed" } }, false],
])("a wording can be accepted: %s", (_, overrides, expected) => {
  const claim = buildClaim({ purpose: "manuscript", state: "draft", outcome: change, ...overrides });
  expect(suggestsWording(claim)).toBe(expected);
});
