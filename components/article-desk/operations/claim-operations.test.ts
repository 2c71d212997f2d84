import { beforeEach, expect, test, vi } from "vitest";
import type { BatchClaims } from "@/components/claims/assign-claim";
import type { Claim } from "@/lib/claims/claim";
import { contentOfClaim } from "@/lib/claims/claim-content";
import type { Failure } from "@/lib/failure";
import type { DeskWrite, WriteResult } from "@/lib/live/desk-write";
import { err, ok } from "@/lib/result";
import { buildClaim } from "@/lib/testing/builders";
import { createClaimOperations } from "./claim-operations";
import type { Message } from "./message";
import { readHistory } from "./undo-history";

/** How a write ends: with its result, queued while the server is unreachable, or refused. */
type Answer = WriteResult | "queued" | Failure;

const refusal: Failure = { kind: "forbidden", message: "Only editors can approve claims." };

beforeEach(() => {
  const items = new Map<string, string>();
  vi.stubGlobal("sessionStorage", {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => items.set(key, value),
  });
  vi.spyOn(console, "error").mockImplementation(() => {});
  return () => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  };
});

function openPage(claims: Claim[], { hasPendingWrites = false } = {}) {
  const answers: Answer[] = [];
  const sent: { write: DeskWrite; label: string }[] = [];
  const messages: (Message | null)[] = [];
  const selected: (string | null)[] = [];
  const pending: (string | null)[] = [];
  const forgetDraft = vi.fn();
  const actions = {
    splitClaim: vi.fn(),
    mergeClaims: vi.fn(),
    assignClaims: vi.fn(),
    batchClaims: vi.fn(),
    acceptWordings: vi.fn(),
  };
  const opened: string[] = [];
  const desk = createClaimOperations({
    articleId: "article-1",
    versionId: "version-1",
    language: "en",
    initial: claims,
    actions,
    send: async (write, label) => {
      sent.push({ write, label });
      const answer = answers.shift();
      if (!answer) throw new Error("the test has no answer for this write");
      if (answer === "queued") return ok({ written: null });
      return "message" in answer ? err(answer) : ok({ written: answer });
    },
    hasPendingWrites: () => hasPendingWrites,
    select: (id) => selected.push(id),
    openPage: (href) => opened.push(href),
    forgetDraft,
    showMessage: (message) => messages.push(message),
  });
  desk.pendingId.watch(() => pending.push(desk.pendingId.get()));
  return {
    desk,
    actions,
    opened,
    sent,
    messages,
    selected,
    pending,
    forgetDraft,
    answer: (...next: Answer[]) => answers.push(...next),
    listed: () => desk.list.get().map(({ number }) => number),
    undoable: () => readHistory("article-1", "version-1").done,
    shown: () => messages.at(-1)?.text ?? null,
  };
}

const at = (start: number, end: number, rest: Partial<Claim> = {}) => {
  const claim = buildClaim(rest);
  return { ...claim, anchor: { ...claim.anchor, start, end } };
};
const result = (claim: Claim): WriteResult => ({ kind: "claim", claim });

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

test("a refusal because the claim has changed shows the claim as it is now", async () => {
  const claim = at(0, 5, { id: "a", revision: 1, statement: "Taxes rose." });
  const current = { ...claim, revision: 4, statement: "Taxes fell." };
  const page = openPage([claim]);
  page.answer({ kind: "stale", message: "Ada changed this claim.", current });
  expect(await page.desk.review(claim, "submit")).toBe(false);
  expect(page.desk.list.get()).toEqual([current]);
  expect(page.shown()).toBe("Ada changed this claim.");
});

test("an answer that is older than what the page shows changes nothing", async () => {
  const newest = at(0, 5, { id: "a", revision: 5 });
  const page = openPage([newest]);
  page.answer(result({ ...newest, revision: 3, statement: "Older." }));
  await page.desk.review(newest, "submit");
  expect(page.desk.list.get()).toEqual([newest]);
});

test.each<[Answer | "throws", boolean, (string | null)[]]>([
  [result(at(0, 5, { id: "a", revision: 2, state: "in_review" })), true, [null]],
  ["queued", true, []],
  [refusal, false, [refusal.message]],
  ["throws", false, ["Can’t reach the server. What you typed is still here. Try again in a moment."]],
])("a review step that is answered with %o", async (answer, taken, messages) => {
  const claim = at(0, 5, { id: "a", state: "draft" });
  const page = openPage([claim]);
  if (answer !== "throws") page.answer(answer);
  expect(await page.desk.review(claim, "submit")).toBe(taken);
  expect(page.messages.map((message) => message?.text ?? null)).toEqual(messages);
  expect(page.undoable()).toEqual([]);
});

test.each([
  ["all done", 2, "2 claims submitted for review."],
  ["one refused", 1, `1 claim couldn’t be submitted. ${refusal.message}`],
])("submitting every rated draft, %s, is one call", async (_, accepted, text) => {
  const page = openPage(someClaims());
  page.actions.batchClaims.mockImplementation(async ({ claims }: Parameters<BatchClaims>[0]) =>
    ok({
      claims: claims
        .slice(0, accepted)
        .map(({ claimId, revision }) =>
          at(0, 5, { id: claimId, revision: revision + 1, state: "in_review" }),
        ),
      left: claims.slice(accepted).map(({ claimId }) => ({ claimId, message: refusal.message })),
    }),
  );
  await page.desk.submitAll();
  expect(page.actions.batchClaims).toHaveBeenCalledTimes(1);
  expect(page.sent).toEqual([]);
  expect(page.shown()).toBe(text);
  expect(page.desk.list.get().filter(({ state }) => state === "in_review")).toHaveLength(accepted);
});

test("submitting every rated draft without the server changes nothing and says so", async () => {
  const page = openPage(someClaims());
  page.actions.batchClaims.mockRejectedValue(new Error("offline"));
  await page.desk.submitAll();
  expect(page.shown()).toContain("Can’t reach the server.");
  expect(page.desk.list.get().some(({ state }) => state === "in_review")).toBe(false);
});

test("while changes wait to be sent, every rated draft waits behind them", async () => {
  const page = openPage(someClaims(), { hasPendingWrites: true });
  page.answer("queued", "queued");
  await page.desk.submitAll();
  expect(page.sent).toHaveLength(2);
  expect(page.actions.batchClaims).not.toHaveBeenCalled();
  expect(page.shown()).toBeNull();
});

/** Two rated drafts, and three claims that can't be submitted. */
function someClaims(): Claim[] {
  const draft = (rest: Partial<Claim> = {}) => at(0, 5, { state: "draft", ...rest });
  return [
    draft(),
    draft(),
    draft({ excluded: true }),
    draft({ verdict: null }),
    draft({ state: "approved" }),
  ];
}

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

test.each<[string, boolean, ["approved" | "published", boolean], ["approved" | "published", number]]>([
  ["published", true, ["approved", false], ["published", 2]],
  ["published, but excluded", true, ["published", true], ["approved", 2]],
  ["published before", true, ["published", false], ["published", 1]],
  ["unpublished", false, ["published", false], ["approved", 2]],
])("a claim of an article that is %s", (_, isShown, [state, excluded], expected) => {
  const page = openPage([at(0, 5, { state, excluded, revision: 1 })]);
  page.desk.published("2026-02-03T04:05:06.000Z", isShown);
  const [claim] = page.desk.list.get();
  expect([claim?.state, claim?.revision]).toEqual(expected);
});

test.each<
  [string, { claims: Claim[]; left: { claimId: string; message: string }[] }, boolean, string | null]
>([
  ["assigned", { claims: [at(0, 5, { id: "a", revision: 2 })], left: [] }, true, null],
  ["not assigned", { claims: [], left: [{ claimId: "a", message: "Ada took it." }] }, false, "Ada took it."],
])("a claim that is %s", async (_, changed, isAssigned, text) => {
  const claim = at(0, 5, { id: "a", revision: 1 });
  const page = openPage([claim]);
  page.actions.assignClaims.mockResolvedValue(ok(changed));
  expect(await page.desk.assign(claim, "person-2")).toBe(isAssigned);
  expect(page.shown()).toBe(text);
  expect(page.desk.find("a")?.revision).toBe(isAssigned ? 2 : 1);
});

test("claims are listed in the order of the text, the outer one of two first", () => {
  const page = openPage([]);
  for (const claim of [
    at(9, 12, { number: 1 }),
    at(0, 5, { number: 2 }),
    at(0, 8, { number: 3 }),
    at(0, 5, { number: 4 }),
  ])
    page.desk.saved(claim, false);
  expect(page.listed()).toEqual([3, 2, 4, 1]);
  expect(page.undoable()).toEqual([]);
});
