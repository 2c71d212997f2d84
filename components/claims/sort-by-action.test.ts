import { describe, expect, it } from "vitest";
import type { Claim } from "@/lib/claims/claim";
import type { Actor } from "@/lib/policies/actor";
import { defaultRequirements } from "@/lib/review/claim-requirements";
import { buildClaim, buildSource } from "@/lib/testing/builders";
import { type BatchActionName, sortByAction } from "./sort-by-action";

const actor = { id: "editor", name: "Ed", email: "ed@example.org", role: "editor" } as Actor;

const evidence: Claim["evidence"] = [
  {
    id: "evidence-1",
    stance: "supports",
    excerpt: null,
    note: null,
    accessedOn: null,
    archiveUrl: null,
    source: buildSource(),
  },
];
const complete = { rating: "false", evidence };
const draft = buildClaim({ number: 1, state: "draft", ...complete });
const empty = buildClaim({ number: 2, state: "draft", verdict: null });
const submitted = buildClaim({ number: 3, state: "in_review", ...complete });
const excluded = buildClaim({ number: 4, state: "draft", excluded: true, ...complete });
const retired = buildClaim({ number: 5, state: "retired", ...complete });
const ALL: Claim[] = [draft, empty, submitted, excluded, retired];

describe("sortByAction", () => {
  it.each<[BatchActionName, number[], Record<number, RegExp>]>([
    ["submit", [1, 4], { 2: /Choose a verdict/, 3: /is in review/, 5: /is retired/ }],
    ["withdraw", [3], { 1: /is a draft/, 2: /is a draft/, 4: /is a draft/, 5: /is retired/ }],
    ["exclude", [1, 2, 3], { 4: /already excluded/, 5: /is retired/ }],
    ["include", [4], { 1: /not excluded/, 2: /not excluded/, 3: /not excluded/, 5: /is retired/ }],
    ["retire", [1, 2, 3, 4], { 5: /is retired/ }],
    ["tag", [1, 2, 4], { 3: /back to draft/, 5: /is retired/ }],
    ["assign", [1, 2, 3, 4], { 5: /is retired/ }],
  ])("%s", (action, possible, reasons) => {
    const sorted = sortByAction(ALL, action, { actor, ratings: [], requirements: defaultRequirements });
    expect(sorted.possible.map(({ number }) => number)).toEqual(possible);
    expect(Object.fromEntries(sorted.others.map(({ claim, reason }) => [claim.number, reason]))).toEqual(
      Object.fromEntries(
        Object.entries(reasons).map(([number, reason]) => [number, expect.stringMatching(reason)]),
      ),
    );
  });
});
