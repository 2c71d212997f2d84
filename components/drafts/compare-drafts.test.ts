import { describe, expect, test } from "vitest";
import type { Evidence } from "@/lib/claims/claim";
import { buildClaim, buildClaimedBy, buildSource } from "@/lib/testing/builders";
import { claimDraftOf, newEvidence } from "./claim-draft";
import { type ClaimantDraft, NO_CLAIMANT } from "./claimant-draft";
import { compareDrafts, mergeDrafts } from "./compare-drafts";

let rows = 0;
const evidence = (source: string, note: string): Evidence => ({
  // Each save creates new rows: no two saves have the same ids.
  id: `row-${++rows}`,
  stance: "supports",
  excerpt: null,
  note,
  accessedOn: null,
  archiveUrl: null,
  source: buildSource({ id: source, title: source }),
});

const claim = buildClaim({ statement: "A", tags: ["x"], rating: "true", evidence: [evidence("s1", "1")] });
const opened = claimDraftOf(claim);
const saved = (change: Partial<typeof claim>) => claimDraftOf({ ...claim, ...change, revision: 2 });
const outcomes = (mine: typeof opened, theirs: typeof opened) =>
  Object.fromEntries(compareDrafts(mine, theirs).map(({ key, outcome }) => [key, outcome]));

describe("two people on one claim", () => {
  test("only parts that both changed are conflicts", () => {
    const mine = { ...opened, statement: "Mine", claimant: { ...NO_CLAIMANT, name: "Me" } };
    const theirs = saved({ statement: "Theirs", tags: ["x", "y"] });
    expect(outcomes(mine, theirs)).toEqual({ statement: "conflict", claimant: "mine", tags: "theirs" });
    const merged = mergeDrafts(mine, theirs, new Map([["statement", "theirs"]]));
    expect(merged).toMatchObject({
      statement: "Theirs",
      claimant: { name: "Me" },
      tags: "x, y",
      revision: 2,
    });
    expect(mergeDrafts(mine, theirs, new Map()).statement).toBe("Mine");
  });

  test.each<[string, Partial<ClaimantDraft>, string | undefined]>([
    ["the name that they chose", { name: "Bo" }, undefined],
    ["another name", { name: "Bea" }, "conflict"],
    ["a new claimant of that name", { name: "Bo", isNew: true }, "conflict"],
    ["another claimant of that name", { name: "Bo", id: "bo-2" }, "conflict"],
  ])("both named a claimant, and I typed %s", (_, claimant, outcome) => {
    const mine = { ...opened, claimant: { ...NO_CLAIMANT, ...claimant } };
    expect(outcomes(mine, saved({ claimant: buildClaimedBy("Bo") })).claimant).toBe(outcome);
  });

  test("a claim that was saved again without changes has no differences", () => {
    expect(outcomes(opened, saved({ evidence: [evidence("s1", "1")] }))).toEqual({});
  });

  test("sources are compared row by row", () => {
    const mine = {
      ...opened,
      evidence: [...opened.evidence, { ...newEvidence(), key: "new", title: "Mine" }],
    };
    const theirs = saved({ evidence: [evidence("s1", "2"), evidence("s2", "")] });
    expect(outcomes(mine, theirs)).toEqual({
      "evidence:s1:1": "theirs",
      "evidence:new:1": "mine",
      "evidence:s2:1": "theirs",
    });
    expect(mergeDrafts(mine, theirs, new Map()).evidence.map(({ title, note }) => [title, note])).toEqual([
      ["s1", "2"],
      ["Mine", ""],
      ["s2", ""],
    ]);
  });

  test("a source that I changed and they removed is a conflict", () => {
    const mine = { ...opened, evidence: opened.evidence.map((row) => ({ ...row, note: "Mine" })) };
    const theirs = saved({ evidence: [] });
    expect(outcomes(mine, theirs)).toEqual({ "evidence:s1:1": "conflict" });
    expect(mergeDrafts(mine, theirs, new Map([["evidence:s1:1", "theirs"]])).evidence).toEqual([]);
    expect(mergeDrafts(mine, theirs, new Map()).evidence).toMatchObject([{ note: "Mine" }]);
  });

  test("a third save is compared with the choices made for the second", () => {
    const mine = { ...opened, statement: "Mine" };
    const second = saved({ statement: "Theirs" });
    const merged = mergeDrafts(mine, second, new Map());
    const third = claimDraftOf({ ...claim, statement: "Theirs", tags: ["z"], revision: 3 });
    expect(outcomes(merged, third)).toEqual({ statement: "mine", tags: "theirs" });
  });

  test("without a base every difference is a conflict", () => {
    const { base: _, ...old } = { ...opened, statement: "Mine" };
    expect(outcomes(old, saved({ tags: [] }))).toEqual({ statement: "conflict", tags: "conflict" });
  });
});
