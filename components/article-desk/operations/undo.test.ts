import { beforeEach, expect, test, vi } from "vitest";
import type { Claim } from "@/lib/claims/claim";
import type { DeskWrite } from "@/lib/live/desk-write";
import { at, emptyTab, openPage, refusal, result } from "./open-page.testing";
import { readHistory } from "./undo-history";

beforeEach(emptyTab);

test("a deletion is undone from its message, and redone", async () => {
  const claim = at(0, 5, { id: "a", number: 1 });
  const page = openPage([claim]);
  page.answer({ kind: "deleted", claimId: "a" }, result(claim), { kind: "deleted", claimId: "a" });
  await page.desk.remove(claim);
  page.messages.at(-1)?.action?.run();
  await vi.waitFor(() => expect(page.shown()).toBe("Undone: deleting claim 1."));
  expect(page.listed()).toEqual([1]);
  expect(page.selected).toEqual([null, "a"]);
  await page.desk.redo();
  expect(page.shown()).toBe("Redone: deleting claim 1.");
  expect(page.listed()).toEqual([]);
  expect(page.sent.map(({ write }) => write.kind)).toEqual([
    "claim.delete",
    "claim.undelete",
    "claim.delete",
  ]);
});

const changed = at(0, 5, { id: "a", number: 1 });
const needingCheck = { ...changed, anchor: { ...changed.anchor, outcome: "changed" as const, score: 0.8 } };
const orphaned = { ...changed, anchor: { ...changed.anchor, outcome: "orphaned" as const } };

test.each<[string, Claim, (page: ReturnType<typeof openPage>) => Promise<unknown>, string[], string]>([
  [
    "a confirmed position",
    needingCheck,
    ({ desk }) => desk.setPosition(needingCheck, null),
    ["claim.confirm-anchor null", "claim.restore-anchor", "claim.confirm-anchor null"],
    "confirming the position of claim 1",
  ],
  [
    "a position that was selected",
    orphaned,
    ({ desk }) => desk.setPosition(orphaned, { start: 2, end: 7 }),
    ["claim.confirm-anchor 2", "claim.restore-anchor", "claim.confirm-anchor 2"],
    "confirming the position of claim 1",
  ],
  [
    "a retired claim",
    orphaned,
    ({ desk }) => desk.retire(orphaned),
    ["claim.review retire", "claim.review restore", "claim.review retire"],
    "retiring claim 1",
  ],
])("%s is undone from its message, and redone", async (_, claim, act, sent, label) => {
  const page = openPage([claim]);
  page.answer(result({ ...claim, revision: 2 }), result({ ...claim, revision: 3 }), result(claim));
  await act(page);
  page.messages.at(-1)?.action?.run();
  await vi.waitFor(() => expect(page.shown()).toBe(`Undone: ${label}.`));
  await page.desk.redo();
  expect(page.shown()).toBe(`Redone: ${label}.`);
  const detailOf = ({ input }: DeskWrite) =>
    "range" in input ? ` ${input.range?.start ?? null}` : "action" in input ? ` ${input.action}` : "";
  expect(page.sent.map(({ write }) => write.kind + detailOf(write))).toEqual(sent);
});

test("undoing an adjusted highlight moves it back", async () => {
  const before = at(0, 5, { id: "a", number: 1 });
  const after = { ...before, revision: 2, anchor: { ...before.anchor, start: 2, end: 7 } };
  const page = openPage([before]);
  page.answer(result(after), result({ ...before, revision: 3 }));
  await page.desk.setPosition(before, { start: 2, end: 7 });
  expect(page.shown()).toBe("Highlight of claim 1 adjusted.");
  await page.desk.undo();
  expect(page.sent.at(-1)?.write).toMatchObject({
    kind: "claim.confirm-anchor",
    input: { claimId: "a", revision: 2, range: { start: 0, end: 5 } },
  });
  expect(page.desk.find("a")?.anchor).toMatchObject({ start: 0, end: 5 });
});

test("a refused undo is shown and not offered again", async () => {
  const claim = at(0, 5, { id: "a" });
  const page = openPage([claim]);
  page.answer(result(claim), refusal);
  page.desk.saved(claim, true);
  await page.desk.setPosition(claim, { start: 1, end: 3 });
  await page.desk.undo();
  expect(page.shown()).toBe(refusal.message);
  expect(page.undoable()).toHaveLength(1);
});

test("undoing an action on a claim that no longer exists shows why it fails", async () => {
  const claim = at(0, 5, { id: "a" });
  const page = openPage([claim]);
  page.desk.saved(claim, true);
  page.desk.applyChanges({ claims: [], gone: ["a"] });
  await page.desk.undo();
  expect(page.shown()).toBe("That claim no longer exists, so this can’t be undone.");
  expect(page.sent).toEqual([]);
  await page.desk.undo();
  expect(page.shown()).toBe("Nothing to undo.");
  await page.desk.redo();
  expect(page.shown()).toBe("Nothing to redo.");
});

test("a queued undo counts as undone but shows no success", async () => {
  const claim = at(0, 5, { id: "a" });
  const page = openPage([claim]);
  page.desk.saved(claim, true);
  page.answer("queued", "queued");
  await page.desk.undo();
  expect(page.messages).toEqual([]);
  expect(readHistory("article-1", "version-1")).toMatchObject({ done: [], undone: [{}] });
  await page.desk.redo();
  expect(page.sent.at(-1)?.write.kind).toBe("claim.undelete");
});

test("only one undo runs at a time", async () => {
  const [a, b] = [at(0, 5, { id: "a" }), at(6, 9, { id: "b" })];
  const page = openPage([a, b]);
  for (const claim of [a, b]) page.desk.saved(claim, true);
  page.answer({ kind: "deleted", claimId: "b" }, { kind: "deleted", claimId: "a" });
  await Promise.all([page.desk.undo(), page.desk.undo()]);
  expect(page.sent).toHaveLength(1);
});
