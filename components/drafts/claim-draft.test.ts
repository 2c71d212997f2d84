import { describe, expect, test } from "vitest";
import { claimContentInput } from "@/lib/claims/claim-input";
import { buildClaim } from "@/lib/testing/builders";
import { type ClaimDraft, claimDraftOf, contentOf, isUnchanged, newDraft, newEvidence } from "./claim-draft";

const range = { start: 0, end: 12, exact: "$240 billion" };

describe("newDraft", () => {
  test.each([
    ["$240 billion", "number"],
    ["he said “no”", "quote"],
    ["Taxes rose", "event"],
  ])("%s suggests the kind %s", (exact, kind) => {
    expect(newDraft("v", { ...range, exact }).kind).toBe(kind);
  });
  test("the statement starts as the selected text on one line", () => {
    expect(newDraft("v", { ...range, exact: "one\ntwo" }).statement).toBe("one two");
  });
});

describe("contentOf", () => {
  test("a new source has no stance; one of an earlier draft keeps its own", () => {
    const evidence = [newEvidence(), { ...newEvidence(), stance: "supports" as const }];
    const content = contentOf({ ...newDraft("v", range), evidence });
    expect(content.evidence?.map(({ stance }) => stance)).toEqual(["", "supports"]);
  });
  test("a stance that is not chosen is refused, with what to do", () => {
    const evidence = [{ ...newEvidence(), title: "A source" }];
    const parsed = claimContentInput.safeParse(contentOf({ ...newDraft("v", range), evidence }));
    expect(parsed.error?.issues.map(({ path, message }) => [path.join("."), message])).toEqual([
      ["evidence.0.stance", "Choose whether the source supports, refutes or gives context."],
    ]);
  });
  test("without a rating there is no verdict", () => {
    expect(contentOf(newDraft("v", range)).verdict).toBeNull();
  });
  test("tags are separated by commas, and a known source is sent by its id", () => {
    const draft = {
      ...newDraft("v", range),
      tags: "trade, , china ",
      evidence: [{ ...newEvidence(), sourceId: "s1", title: "x" }],
    };
    expect(contentOf(draft)).toMatchObject({
      tags: ["trade", "china"],
      evidence: [{ source: { id: "s1" } }],
    });
  });
});

describe("isUnchanged", () => {
  const existing = claimDraftOf(buildClaim({ statement: "A", tags: ["x"] }));
  const fresh = newDraft("v", range);
  test.each<[string, ClaimDraft, boolean]>([
    ["a new form", fresh, true],
    ["the form of a claim", existing, true],
    ["a verdict", { ...existing, ratingKey: "true" }, false],
    ["a verdict in a new form", { ...fresh, ratingKey: "true" }, false],
    ["a kind", { ...fresh, kind: "quote" }, false],
    ["a date", { ...existing, claimedOn: "2026-11-29" }, false],
    ["a source without a text", { ...fresh, evidence: [newEvidence()] }, false],
    ["another position of the same form", { ...fresh, start: 20, end: 32 }, true],
    ["another revision", { ...existing, revision: 9 }, true],
    [
      "a form of an earlier version, which does not say what it opened with",
      { ...existing, base: undefined } as never,
      false,
    ],
  ])("%s: %s", (_, draft, expected) => {
    expect(isUnchanged(draft)).toBe(expected);
  });
});
