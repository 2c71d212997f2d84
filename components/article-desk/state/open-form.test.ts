import { beforeEach, expect, test, vi } from "vitest";
import type { Message } from "@/components/article-desk/operations/message";
import { type ClaimDraft, claimDraftOf, newDraft } from "@/components/drafts/claim-draft";
import { markDiscarded } from "@/components/drafts/discarded-draft";
import { buildClaim } from "@/lib/testing/builders";
import { createOpenForm } from "./open-form";

const claim = buildClaim({ id: "a", statement: "Taxes rose." });
const other = buildClaim({ id: "b" });
const passage = { start: 6, end: 9, exact: "and" };

let stored: Map<string, string>;

beforeEach(() => {
  stored = new Map();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, text: string) => void stored.set(key, text),
    removeItem: (key: string) => void stored.delete(key),
  });
  return () => vi.unstubAllGlobals();
});

function store(subject: string, body: ClaimDraft, at: string): void {
  stored.set(`obelus:draft:person-1:article-1:${subject}`, JSON.stringify({ body, at }));
}

const form = claimDraftOf(claim);
const draft = (statement: string, versionId = "version-1"): ClaimDraft => ({
  ...form,
  statement,
  versionId,
});

function openPage({ queued = null }: { queued?: ClaimDraft | null } = {}) {
  const messages: (Message | null)[] = [];
  const desk = createOpenForm({
    draftKey: "person-1:article-1",
    versionId: "version-1",
    language: "en",
    queuedDraft: () => queued,
    prefill: ({ exact }) => ({ statement: `They said ${exact}.` }),
    showMessage: (message) => messages.push(message),
  });
  return { desk, statement: () => desk.form.get()?.draft.statement, shown: () => messages.at(-1)?.text };
}

test("marking opens a form on the selection, with what is prefilled for it", () => {
  const { desk } = openPage();
  desk.mark(passage);
  expect(desk.form.get()).toMatchObject({
    draft: { ...passage, claimId: null, statement: "They said and." },
  });
});

test("marking needs a selection", () => {
  const { desk, shown } = openPage();
  desk.mark(null);
  expect(desk.form.get()).toBeNull();
  expect(shown()).toBe("Select some text first.");
});

test("a form in which something was typed stays open", () => {
  const { desk, statement, shown } = openPage();
  desk.edit(claim);
  store("a", draft("Typed."), "2026-01-02T00:00:00.000Z");
  desk.edit(claim);
  expect(shown()).toBeUndefined();
  desk.edit(other);
  expect(shown()).toBe("Finish or discard the open claim first.");
  desk.mark(passage);
  expect(statement()).toBe("Taxes rose.");
  expect(desk.reopen(draft("Discarded."))).toBe(false);
  desk.close();
  desk.mark(passage);
  expect(statement()).toBe("They said and.");
});

test("a form in which nothing was typed gives way to the next one", () => {
  const { desk, statement } = openPage();
  desk.edit(claim);
  desk.mark(passage);
  expect(statement()).toBe("They said and.");
  desk.mark({ start: 0, end: 5, exact: "Taxes" });
  expect(statement()).toBe("They said Taxes.");
  desk.edit(claim);
  expect(statement()).toBe("Taxes rose.");
  expect(desk.reopen({ ...draft("Discarded."), claimId: "b" })).toBe(true);
  expect(statement()).toBe("Discarded.");
});

test("a new claim whose form was closed comes back with the next selection, with a message if that is another passage", () => {
  const typed = { ...newDraft("version-1", passage), statement: "Typed." };
  store("new", typed, "2026-01-02T00:00:00.000Z");
  const { desk, statement, shown } = openPage();
  desk.mark({ start: 0, end: 5, exact: "Taxes" });
  expect(desk.form.get()?.draft).toMatchObject({ ...passage, statement: "Typed." });
  expect(shown()).toBe("This claim has changes that are not saved. Save or discard it first.");
  desk.close();
  desk.mark(passage);
  expect(statement()).toBe("Typed.");
  expect(shown()).toBeUndefined();
});

test("a new claim from an older version of the text comes back with the next selection", () => {
  store("new", draft("From before.", "version-0"), "2026-01-02T00:00:00.000Z");
  const { desk, statement } = openPage();
  desk.restore([claim], []);
  expect(desk.form.get()).toBeNull();
  desk.mark(passage);
  expect(statement()).toBe("From before.");
  expect(desk.form.get()?.draft).toMatchObject({ ...passage, versionId: "version-1" });
});

test.each<[string, { stored?: string; queued?: string }, string]>([
  ["the claim", {}, "Taxes rose."],
  ["the save that is queued", { queued: "Queued." }, "Queued."],
  ["what was typed last", { stored: "Typed.", queued: "Queued." }, "Typed."],
])("the form of a claim opens with %s", (_, drafts, expected) => {
  if (drafts.stored) store("a", draft(drafts.stored), "2026-01-02T00:00:00.000Z");
  const { desk, statement } = openPage({ queued: drafts.queued ? draft(drafts.queued) : null });
  desk.edit(claim, "true");
  expect(statement()).toBe(expected);
  expect(desk.form.get()?.draft.ratingKey).toBe("true");
});

test.each([
  ["2026-01-02T00:00:00.000Z", "Here."],
  ["2026-01-04T00:00:00.000Z", "There."],
])(
  "of the drafts in the browser and on the server (%s), the newer one is restored",
  (updatedAt, expected) => {
    store("a", draft("Here."), "2026-01-03T00:00:00.000Z");
    const { desk, statement } = openPage();
    desk.restore([other, claim], [{ subject: "a", body: draft("There."), updatedAt }]);
    expect(statement()).toBe(expected);
    expect(desk.form.get()?.opensByItself).toBe(true);
  },
);

test.each([
  ["the same form, also if that reached the server later", draft("There."), undefined],
  ["another form", { ...draft("There."), idempotencyKey: crypto.randomUUID() }, "There."],
])("after a draft was discarded, the server's draft of %s: %o", (_, there, expected) => {
  markDiscarded("person-1:article-1", "a", draft("Typed."));
  const { desk, statement } = openPage();
  desk.restore([claim], [{ subject: "a", body: there, updatedAt: "2100-01-04T00:00:00.000Z" }]);
  expect(statement()).toBe(expected);
});

test("a verdict that was chosen outside of the form survives a reload, and one that is the claim's own leaves no draft", () => {
  const { desk } = openPage();
  desk.edit(claim, "true");
  const again = openPage().desk;
  again.restore([claim], []);
  expect(again.form.get()?.draft.ratingKey).toBe("true");
  stored.clear();
  openPage().desk.edit(buildClaim({ id: "a", statement: "Taxes rose.", rating: "true" }), "true");
  expect([...stored.keys()].filter((key) => key.startsWith("obelus:draft:"))).toEqual([]);
});

test.each<[string, { sent?: ClaimDraft[]; saved?: string }, string | undefined]>([
  ["in the outbox", { sent: [draft("Typed.")] }, undefined],
  ["saved", { saved: "Typed." }, undefined],
  ["changed after it was sent", { sent: [draft("Sent.")] }, "Typed."],
  [
    "another form than the one that was sent",
    { sent: [{ ...draft("Typed."), idempotencyKey: "other" }] },
    "Typed.",
  ],
])(
  "a form that is %s is not restored, unless something is left to save",
  (_, { sent = [], saved }, expected) => {
    const typed = { ...draft("Typed."), idempotencyKey: "form" };
    store("a", typed, "2026-01-02T00:00:00.000Z");
    const { desk, statement } = openPage();
    const shown = saved ? buildClaim({ id: "a", statement: saved, revision: 2 }) : claim;
    desk.restore(
      [shown],
      [{ subject: "a", body: typed, updatedAt: "2026-01-01T00:00:00.000Z" }],
      sent.map((each) => ({ ...each, idempotencyKey: each.idempotencyKey === "other" ? "other" : "form" })),
    );
    expect(statement()).toBe(expected);
  },
);

test("a stored form without a change is not opened again", () => {
  store("a", claimDraftOf(claim), "2026-01-02T00:00:00.000Z");
  const { desk } = openPage();
  desk.restore([claim], [{ subject: "a", body: claimDraftOf(claim), updatedAt: "2026-01-04T00:00:00.000Z" }]);
  expect(desk.form.get()).toBeNull();
});
