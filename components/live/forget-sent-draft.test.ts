import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { type ClaimDraft, newDraft } from "@/components/drafts/claim-draft";
import { type CommentDraft, readDraft, storeCommentDraft } from "@/components/drafts/comment-draft";
import { draftKeyFor, reviewNoteName } from "@/components/drafts/draft-key";
import { readStoredDraft, storeClaimDraft } from "@/components/drafts/use-claim-draft";
import { browserStorage } from "@/components/storage/browser-storage";
import type { DeskWrite } from "@/lib/live/desk-write";
import { forgetSentDraft } from "./forget-sent-draft";
import type { QueuedWrite } from "./queued-write";

const KEY = draftKeyFor("ada", "article");
const NOTE = `obelus:text:${reviewNoteName("ada", "claim-1", "return")}`;
const comment = (text: string, key = "k"): CommentDraft => ({ text, key, picked: [], passage: null });
const form: ClaimDraft = {
  ...newDraft("version", { start: 0, end: 3, exact: "Tax" }),
  idempotencyKey: "form",
  statement: "Taxes rose.",
};

let stored: Map<string, string>;
beforeEach(() => {
  stored = new Map();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, text: string) => void stored.set(key, text),
    removeItem: (key: string) => void stored.delete(key),
  });
});
afterEach(() => vi.unstubAllGlobals());

const review: DeskWrite = {
  kind: "claim.review",
  input: {
    claimId: "claim-1",
    revision: 1,
    operationId: "o",
    action: "return",
    note: "Which year?",
  },
};

function queued(part: Partial<QueuedWrite>): QueuedWrite {
  return {
    key: "k",
    at: 1,
    actorId: "ada",
    articleId: "article",
    label: "",
    write: { kind: "claim.delete", input: { claimId: "claim-1", revision: 1, operationId: "o" } },
    draft: null,
    refused: null,
    after: null,
    ...part,
  };
}

it.each<[string, Partial<QueuedWrite>, { claim: boolean; comment: boolean; note: boolean }]>([
  ["a deletion", {}, { claim: true, comment: true, note: true }],
  ["the form", { draft: form }, { claim: false, comment: true, note: true }],
  [
    "the form before its last change",
    { draft: { ...form, tags: "tax" } },
    { claim: true, comment: true, note: true },
  ],
  [
    "another form",
    { draft: { ...form, idempotencyKey: "other" } },
    { claim: true, comment: true, note: true },
  ],
  [
    "the comment",
    { comment: { subject: "claim:1", draft: comment("Who says so?") } },
    { claim: true, comment: false, note: true },
  ],
  [
    "the comment before its last change",
    { comment: { subject: "claim:1", draft: comment("Who says") } },
    { claim: true, comment: true, note: true },
  ],
  ["the note of a step", { write: review }, { claim: true, comment: true, note: false }],
  ["a write of someone else", { draft: form, actorId: "ben" }, { claim: true, comment: true, note: true }],
])("%s leaves the drafts that are not saved: %#", async (_, part, left) => {
  await storeClaimDraft(KEY, "new", form);
  await storeCommentDraft(KEY, "claim:1", comment("Who says so?"));
  await browserStorage.set(NOTE, JSON.stringify({ text: "Which year?", at: "2026-11-29T00:00:00.000Z" }));
  await forgetSentDraft(queued(part));
  expect({
    claim: readStoredDraft(KEY, "new") !== null,
    comment: readDraft(KEY, "claim:1") !== null,
    note: browserStorage.get(NOTE) !== null,
  }).toEqual(left);
});
