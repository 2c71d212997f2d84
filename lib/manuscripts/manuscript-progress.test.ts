import { describe, expect, test } from "vitest";
import type { Claim } from "@/lib/claims/claim";
import { buildClaim, buildOutcome } from "@/lib/testing/builders";
import { manuscriptProgress } from "./manuscript-progress";

const stands = buildOutcome({ kind: "stands" });
const change = buildOutcome({ kind: "change", wording: "250" });
const query = buildOutcome({ kind: "query", question: "Why?" });
const answered = {
  ...query,
  answers: [{ id: "a", decision: "answer" as const, text: "So.", by: "Ann", at: "2026-01-01T00:00:00.000Z" }],
};
const claim = (overrides: Partial<Claim>) =>
  buildClaim({ purpose: "manuscript", state: "draft", ...overrides });
const none = {
  total: 0,
  standing: 0,
  suggestions: 0,
  queries: 0,
  answered: 0,
  unjudged: 0,
  signed: 0,
  ready: false,
};

describe("the progress of a manuscript", () => {
  test.each<[string, Claim[], Partial<typeof none>]>([
    ["without claims", [], {}],
    ["a claim without an outcome", [claim({})], { total: 1, unjudged: 1 }],
    ["a suggested wording", [claim({ outcome: change })], { total: 1, suggestions: 1 }],
    ["an open query", [claim({ outcome: query })], { total: 1, queries: 1 }],
    [
      "an answered query, which is still open",
      [claim({ outcome: answered })],
      { total: 1, queries: 1, answered: 1 },
    ],
    ["a claim that stands, not signed off", [claim({ outcome: stands })], { total: 1, standing: 1 }],
    ["a claim in review", [claim({ outcome: stands, state: "in_review" })], { total: 1, standing: 1 }],
    [
      "a signed claim",
      [claim({ outcome: stands, state: "approved" })],
      { total: 1, standing: 1, signed: 1, ready: true },
    ],
    [
      "a signed claim whose text changed",
      [
        claim({
          outcome: stands,
          state: "approved",
          anchor: { ...buildClaim().anchor, outcome: "changed", score: 0.5 },
        }),
      ],
      { total: 1, standing: 1 },
    ],
    [
      "a signed claim beside an open one",
      [claim({ outcome: stands, state: "approved" }), claim({ outcome: query })],
      { total: 2, standing: 1, signed: 1, queries: 1 },
    ],
    [
      "a signed claim beside an excluded and a retired one",
      [
        claim({ outcome: stands, state: "approved" }),
        claim({ excluded: true, excludedReason: "No." }),
        claim({ state: "retired", outcome: change }),
      ],
      { total: 1, standing: 1, signed: 1, ready: true },
    ],
  ])("%s", (_, claims, expected) => {
    expect(manuscriptProgress(claims)).toEqual({ ...none, ...expected });
  });
});
