import { describe, expect, test } from "vitest";
import { buildClaim, buildClaimedBy, buildSource } from "@/lib/testing/builders";
import type { Evidence } from "./claim";
import { adoptedContent, contentOfClaim, mergedContent } from "./claim-content";
import { LIMITS } from "./claim-input";

function evidence(sourceId: string, overrides: Partial<Evidence> = {}): Evidence {
  return {
    id: `evidence-${sourceId}`,
    stance: "supports",
    excerpt: null,
    note: null,
    accessedOn: null,
    archiveUrl: null,
    source: buildSource({ id: sourceId }),
    ...overrides,
  };
}

test("the content of a claim names its sources by id, and has neither the author of the verdict nor ids of its own", () => {
  const claim = buildClaim({
    claimant: buildClaimedBy("The minister", { role: "of finance" }),
    carriedBy: "Reuters",
    claimedOn: "2024-05-17",
    kind: "number",
    tags: ["tax"],
    evidence: [evidence("budget", { excerpt: "rose", note: "Page 3" })],
  });
  expect(contentOfClaim(claim)).toEqual({
    statement: "Taxes rose.",
    claimant: { id: "claimant-The minister", role: "of finance" },
    carriedBy: "Reuters",
    claimedOn: "2024-05-17",
    kind: "number",
    tags: ["tax"],
    verdict: { ratingKey: "false", rationaleDoc: claim.verdict?.rationaleDoc },
    outcome: null,
    evidence: [
      {
        stance: "supports",
        excerpt: "rose",
        note: "Page 3",
        accessedOn: null,
        archiveUrl: null,
        source: { id: "budget" },
      },
    ],
  });
});

test("the content of a claim without a verdict has none", () => {
  expect(contentOfClaim(buildClaim({ verdict: null })).verdict).toBeNull();
});

describe("two claims merged into one", () => {
  test.each<[string, string, string, string]>([
    ["has both statements", "Taxes rose.", "Wages fell.", "Taxes rose. Wages fell."],
    ["has the same statement once", "Taxes rose.", "Taxes rose.", "Taxes rose."],
    [
      "leaves out a statement that the first contains",
      "Taxes rose, wages fell.",
      "wages fell",
      "Taxes rose, wages fell.",
    ],
    [
      "has both if only the other contains the first",
      "Taxes rose",
      "Taxes rose, too",
      "Taxes rose Taxes rose, too",
    ],
    ["fills the limit", "a", "b".repeat(LIMITS.statement - 2), `a ${"b".repeat(LIMITS.statement - 2)}`],
    ["has only the first statement if both exceed the limit", "a", "b".repeat(LIMITS.statement - 1), "a"],
  ])("%s", (_, first, other, expected) => {
    const merged = mergedContent(buildClaim({ statement: first }), buildClaim({ statement: other }));
    expect(merged.statement).toBe(expected);
  });

  const ada = buildClaimedBy("Ada");
  const bo = buildClaimedBy("Bo");
  const full = {
    claimant: ada,
    carriedBy: null,
    claimedOn: "2024-01-01",
    kind: "quote",
    rating: "true",
  } as const;
  const other = {
    claimant: bo,
    carriedBy: "Reuters",
    claimedOn: "2025-02-02",
    kind: "number",
    rating: "false",
  } as const;
  const none = { claimant: null, claimedOn: null, kind: "quote", verdict: null } as const;
  test.each<[string, Parameters<typeof buildClaim>[0], object]>([
    [
      "the first",
      full,
      {
        claimant: { id: ada.id },
        carriedBy: null,
        claimedOn: "2024-01-01",
        kind: "quote",
        verdict: { ratingKey: "true" },
      },
    ],
    [
      "the other where the first has none, but always the kind of the first",
      none,
      {
        claimant: { id: bo.id },
        carriedBy: "Reuters",
        claimedOn: "2025-02-02",
        kind: "quote",
        verdict: { ratingKey: "false" },
      },
    ],
  ])("has claimant, day and verdict of %s", (_, first, expected) => {
    expect(mergedContent(buildClaim(first), buildClaim(other))).toMatchObject(expected);
  });

  const many = (name: string, count: number) =>
    Array.from({ length: count }, (_, index) => `${name}${index}`);
  test.each<[string, string[], string[], string[]]>([
    ["each tag once, those of the first before", ["tax", "wage"], ["war", "tax"], ["tax", "wage", "war"]],
    [
      "no more tags than fit",
      many("a", LIMITS.tags - 1),
      many("b", 2),
      [...many("a", LIMITS.tags - 1), "b0"],
    ],
  ])("has %s", (_, first, second, expected) => {
    expect(mergedContent(buildClaim({ tags: first }), buildClaim({ tags: second })).tags).toEqual(expected);
  });

  test.each<[string, Evidence[], Evidence[], string[]]>([
    ["the sources of both", [evidence("a")], [evidence("b")], ["a", "b"]],
    ["a source of both once", [evidence("a")], [evidence("a", { note: "Again" }), evidence("b")], ["a", "b"]],
    [
      "a source twice if it supports and refutes",
      [evidence("a")],
      [evidence("a", { stance: "refutes" })],
      ["a", "a"],
    ],
    [
      "a source once for each passage quoted from it",
      [evidence("a", { excerpt: "one" })],
      [evidence("a", { excerpt: "two" }), evidence("a", { excerpt: "one" })],
      ["a", "a"],
    ],
    [
      "no more sources than fit",
      many("a", LIMITS.evidence - 1).map((id) => evidence(id)),
      [evidence("b"), evidence("c")],
      [...many("a", LIMITS.evidence - 1), "b"],
    ],
  ])("has %s", (_, first, second, expected) => {
    const merged = mergedContent(buildClaim({ evidence: first }), buildClaim({ evidence: second }));
    expect(merged.evidence?.map(({ source }) => source)).toEqual(expected.map((id) => ({ id })));
  });
});

test("a claim that uses the verdict of another one keeps its own words and sources, after those of the other", () => {
  const own = buildClaim({
    statement: "Trade was a record.",
    evidence: [evidence("both"), evidence("mine")],
  });
  const from = buildClaim({
    statement: "Trade was $24 billion.",
    rating: "false",
    evidence: [evidence("theirs"), evidence("both")],
  });
  const content = adoptedContent(own, from);
  expect(content).toMatchObject({ statement: "Trade was a record.", verdict: { ratingKey: "false" } });
  expect(content.evidence?.map(({ source }) => source)).toEqual([
    { id: "theirs" },
    { id: "both" },
    { id: "mine" },
  ]);
});
