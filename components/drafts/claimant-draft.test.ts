import { describe, expect, test } from "vitest";
import { buildClaim, buildClaimedBy } from "@/lib/testing/builders";
import { type ClaimDraft, claimDraftOf, contentOf, currentDraft, isUnchanged } from "./claim-draft";
import { NO_CLAIMANT } from "./claimant-draft";

const bo = buildClaimedBy("Bo", { role: "mayor" });

test("the claimant of a claim stays what it is while nothing is typed", () => {
  const draft = claimDraftOf(buildClaim({ claimant: bo, carriedBy: "Reuters" }));
  expect(isUnchanged(draft)).toBe(true);
  expect(contentOf(draft)).toMatchObject({ claimant: { id: bo.id, role: "mayor" }, carriedBy: "Reuters" });
});

test.each<[string, Partial<ClaimDraft>, unknown]>([
  ["no claimant", {}, { name: "" }],
  [
    "a typed name",
    { claimant: { ...NO_CLAIMANT, name: "Ann" }, claimantRole: "clerk" },
    { name: "Ann", kind: null, role: "clerk", isNew: false },
  ],
  [
    "a new one of a known name",
    { claimant: { name: "Ann", id: null, kind: "group", isNew: true } },
    { name: "Ann", kind: "group", isNew: true },
  ],
])("%s is sent as it is", (_, part, claimant) => {
  expect(contentOf({ ...claimDraftOf(buildClaim()), ...part }).claimant).toMatchObject(claimant as object);
});

describe("a form that an earlier release stored", () => {
  const current = claimDraftOf(buildClaim({ tags: ["tax"] }));
  const stored = (claimant: string) => {
    const { claimantRole: _, carriedBy: __, ...fields } = current;
    return { ...fields, claimant, base: { ...fields, claimant } } as unknown as ClaimDraft;
  };

  test.each<[string, string, Partial<ClaimDraft>]>([
    ["a name", "Ann Lee", { claimant: { ...NO_CLAIMANT, name: "Ann Lee" }, claimantRole: "", carriedBy: "" }],
    ["no name", "", { claimant: NO_CLAIMANT, claimantRole: "", carriedBy: "", tags: "tax" }],
    [
      "all parts",
      "Joseph Wu, then minister, as reported by Reuters (altered)",
      {
        claimant: { ...NO_CLAIMANT, name: "Joseph Wu" },
        claimantRole: "then minister",
        carriedBy: "Reuters",
        tags: "tax, altered",
      },
    ],
  ])("with %s opens in parts", (_, claimant, expected) => {
    const opened = currentDraft(stored(claimant));
    expect(opened).toMatchObject(expected);
    expect(isUnchanged(opened)).toBe(true);
  });

  test("in the current form stays as it is", () => {
    expect(currentDraft(current)).toEqual(current);
  });
});
