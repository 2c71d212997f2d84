import { beforeEach, expect, test } from "vitest";
import type { Claim } from "@/lib/claims/claim";
import { contentOfClaim } from "@/lib/claims/claim-content";
import { err, ok } from "@/lib/result";
import { type Answer, at, emptyTab, openPage, refusal, result } from "./open-page.testing";

beforeEach(emptyTab);

test.each<
  [string, Answer, { listed: number[]; undoable: number; selected: (string | null)[]; text: string }]
>([
  [
    "done",
    { kind: "deleted", claimId: "a" },
    { listed: [2], undoable: 1, selected: [null], text: "Claim 1 deleted." },
  ],
  ["queued", "queued", { listed: [1, 2], undoable: 1, selected: [null], text: "" }],
  ["refused", refusal, { listed: [1, 2], undoable: 0, selected: [], text: refusal.message }],
])("deleting a claim, %s", async (_, answer, expected) => {
  const page = openPage([at(0, 5, { id: "a", number: 1 }), at(9, 12, { id: "b", number: 2 })]);
  page.answer(answer);
  await page.desk.remove(page.desk.list.get()[0] as Claim);
  expect({
    listed: page.listed(),
    undoable: page.undoable().length,
    selected: page.selected,
    text: page.shown() ?? "",
  }).toEqual(expected);
  expect(page.forgetDraft).toHaveBeenCalledTimes(expected.undoable);
  expect(page.pending).toEqual(["a", null]);
});

test.each<[string, Partial<Claim["anchor"]>, { start: number; end: number } | null, Answer, number, string]>([
  ["adjusted", {}, { start: 2, end: 7 }, "queued", 1, ""],
  ["adjusted", {}, { start: 2, end: 7 }, refusal, 0, refusal.message],
  ["confirmed", { outcome: "changed" }, null, "queued", 1, ""],
  ["confirmed", { outcome: "changed" }, null, refusal, 0, refusal.message],
  ["moved where it is missing", { outcome: "orphaned" }, { start: 2, end: 7 }, "queued", 1, ""],
])("a highlight is %s: %o to %o", async (_, anchor, range, answer, undoable, text) => {
  const claim = at(0, 5, { id: "a" });
  const page = openPage([{ ...claim, anchor: { ...claim.anchor, ...anchor } }]);
  page.answer(answer);
  await page.desk.setPosition(page.desk.list.get()[0] as Claim, range);
  expect(page.undoable()).toHaveLength(undoable);
  expect(page.shown() ?? "").toBe(text);
});

test("splitting a claim selects the second part; its undo deletes that and widens the first", async () => {
  const claim = at(0, 20, { id: "a", number: 1 });
  const first = { ...claim, revision: 2, anchor: { ...claim.anchor, end: 9 } };
  const second = at(10, 20, { id: "b", number: 2 });
  const page = openPage([claim]);
  page.actions.splitClaim.mockResolvedValue(ok({ first, second }));
  await page.desk.split(claim, 9);
  expect(page.listed()).toEqual([1, 2]);
  expect(page.selected).toEqual(["b"]);
  expect(page.undoable()).toEqual([
    {
      label: "splitting claim 1",
      undo: [
        { kind: "delete", claimId: "b" },
        { kind: "bounds", claimId: "a", start: 0, end: 20 },
      ],
      redo: [
        { kind: "bounds", claimId: "a", start: 0, end: 9 },
        { kind: "undelete", claimId: "b" },
      ],
    },
  ]);
});

test.each([null, 0, 20, 25])("a claim is not split at %s, outside of its text", async (offset) => {
  const claim = at(0, 20);
  const page = openPage([claim]);
  await page.desk.split(claim, offset);
  expect(page.actions.splitClaim).not.toHaveBeenCalled();
  expect(page.messages.at(-1)?.tone).toBe("failure");
});

test("merging drops the other claim; its undo restores both contents and ranges", async () => {
  const claim = at(0, 5, { id: "a", number: 1, statement: "Taxes rose." });
  const other = at(6, 9, { id: "b", number: 2, statement: "Wages fell." });
  const merged = {
    ...claim,
    revision: 2,
    statement: "Taxes rose. Wages fell.",
    anchor: { ...claim.anchor, end: 9 },
  };
  const page = openPage([claim, other]);
  page.actions.mergeClaims.mockResolvedValue(ok(merged));
  await page.desk.merge(claim, other);
  expect(page.desk.list.get()).toEqual([merged]);
  expect(page.undoable()).toEqual([
    {
      label: "merging claims 1 and 2",
      undo: [
        { kind: "undelete", claimId: "b" },
        { kind: "content", claimId: "a", content: contentOfClaim(claim) },
        { kind: "bounds", claimId: "a", start: 0, end: 5 },
      ],
      redo: [
        { kind: "delete", claimId: "b" },
        { kind: "content", claimId: "a", content: contentOfClaim(merged) },
        { kind: "bounds", claimId: "a", start: 0, end: 9 },
      ],
    },
  ]);
});

test.each(["split", "merge"] as const)("a refused %s records nothing", async (kind) => {
  const [claim, other] = [at(0, 5), at(6, 9)];
  const page = openPage([claim, other]);
  page.actions.splitClaim.mockResolvedValue(err(refusal));
  page.actions.mergeClaims.mockResolvedValue(err(refusal));
  await (kind === "split" ? page.desk.split(claim, 3) : page.desk.merge(claim, other));
  expect(page.shown()).toBe(refusal.message);
  expect(page.undoable()).toEqual([]);
  expect(page.desk.list.get()).toEqual([claim, other]);
  expect(page.selected).toEqual([]);
});

test.each<[string, Answer, number[], number]>([
  ["done", result(at(0, 5, { id: "b", number: 2 })), [1, 2], 1],
  ["queued", "queued", [1], 0],
  ["refused", refusal, [1], 0],
])("duplicating a claim, %s", async (_, answer, listed, undoable) => {
  const claim = at(0, 5, { id: "a", number: 1 });
  const page = openPage([claim]);
  page.answer(answer);
  await page.desk.duplicate(claim);
  expect(page.listed()).toEqual(listed);
  expect(page.undoable()).toHaveLength(undoable);
  expect(page.sent[0]?.write).toMatchObject({
    kind: "claim.create",
    input: { statement: claim.statement, versionId: "version-1", anchor: { start: 0, end: 5 } },
  });
});
