import { describe, expect, test } from "vitest";
import { type ClaimDraft, type EvidenceDraft, newDraft, newEvidence } from "./claim-draft";
import { fillRow, removeRow, restoreRow } from "./discarded-rows";

const row = (key: string, part: Partial<EvidenceDraft> = {}): EvidenceDraft => ({
  ...newEvidence(),
  key,
  ...part,
});
const draftOf = (...evidence: EvidenceDraft[]): ClaimDraft => ({
  ...newDraft("v", { start: 0, end: 3, exact: "Tax" }),
  evidence,
});
const keys = ({ evidence }: ClaimDraft) => evidence.map(({ key }) => key).join("");

describe("removed rows", () => {
  test.each([
    ["the first", ["a"], "bc", "abc"],
    ["the last", ["c"], "ab", "abc"],
    ["two, and both come back", ["a", "c"], "b", "abc"],
    ["one that does not exist", ["x"], "abc", "abc"],
  ])("%s", (_, removed, left, after) => {
    let draft = draftOf(row("a"), row("b"), row("c"));
    for (const key of removed) draft = removeRow(draft, key);
    expect(keys(draft)).toBe(left);
    for (const _ of removed) draft = restoreRow(draft);
    expect(keys(draft)).toBe(after);
    expect(draft.discardedRows ?? []).toEqual([]);
  });

  test("come back with their text", () => {
    const draft = restoreRow(removeRow(draftOf(row("a", { excerpt: "Typed." })), "a"));
    expect(draft.evidence).toMatchObject([{ key: "a", excerpt: "Typed." }]);
  });
});

describe("filled rows can be undone if what was typed is lost:", () => {
  test.each<[string, Partial<EvidenceDraft>, Partial<EvidenceDraft>, boolean]>([
    ["an empty field", {}, { title: "Customs" }, false],
    ["part of the title that was found", { title: "custo" }, { title: "Customs office" }, false],
    ["another title", { title: "My title" }, { title: "Customs office" }, true],
    ["an excerpt that is extended", { excerpt: "rose" }, { excerpt: "Trade rose." }, false],
    ["an excerpt", { excerpt: "My excerpt" }, { excerpt: "Trade rose." }, true],
    ["authors that are removed", { authors: ["Ada"] }, { authors: [] }, true],
    ["no authors", { authors: [] }, { authors: ["Ada"] }, false],
    ["the kind", { kind: "web_page" }, { kind: "report" as EvidenceDraft["kind"] }, false],
  ])("%s", (_, before, by, isLost) => {
    const filled = fillRow(draftOf(row("a", before)), "a", by);
    expect(filled.evidence[0]).toMatchObject(by);
    expect(filled.discardedRows?.length ?? 0).toBe(isLost ? 1 : 0);
    if (isLost) expect(restoreRow(filled).evidence[0]).toMatchObject(before);
  });

  test("what was typed afterwards can be brought back in turn", () => {
    const filled = fillRow(draftOf(row("a", { title: "Mine" })), "a", { title: "Theirs" });
    const typed = { ...filled, evidence: filled.evidence.map((each) => ({ ...each, note: "Later" })) };
    const restored = restoreRow(typed);
    expect(restored.evidence).toMatchObject([{ title: "Mine", note: "" }]);
    expect(restoreRow(restored).evidence).toMatchObject([{ title: "Theirs", note: "Later" }]);
    expect(restoreRow(filled).discardedRows).toEqual([]);
  });
});
