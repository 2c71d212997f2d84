import { beforeEach, expect, test, vi } from "vitest";
import { err, ok } from "@/lib/result";
import { buildClaim } from "@/lib/testing/builders";
import { claimDraftOf } from "./claim-draft";
import { dropDiscarded, markDiscarded, wasDiscarded } from "./discarded-draft";
import { readStoredDraft, storeClaimDraft } from "./use-claim-draft";

const KEY = "person-1:article-1";
const form = claimDraftOf(buildClaim({ id: "a", statement: "Taxes rose." }));
const typed = { ...form, statement: "Taxes fell." };

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

test("a discarded draft is gone, and remembered until the server has dropped it", async () => {
  await storeClaimDraft(KEY, "a", typed);
  markDiscarded(KEY, "a", typed);
  expect(readStoredDraft(KEY, "a")).toBeNull();
  const drop = vi.fn().mockResolvedValueOnce(err({ code: "unavailable", message: "No connection." }));
  await dropDiscarded(KEY, ["new", "a"], drop);
  expect(wasDiscarded(KEY, "a", typed)).toBe(true);
  drop.mockResolvedValueOnce(ok(null));
  await dropDiscarded(KEY, ["new", "a"], drop);
  expect(drop.mock.calls).toEqual([["a"], ["a"]]);
  expect(stored.size).toBe(0);
});

test("a draft without a key, as an earlier version may have stored it, was not discarded", () => {
  const { idempotencyKey: _, ...former } = typed;
  expect(wasDiscarded(KEY, "a", former as typeof typed)).toBe(false);
});

test("what is typed after that stays", async () => {
  markDiscarded(KEY, "a", form);
  await dropDiscarded(KEY, ["a"], async () => {
    await storeClaimDraft(KEY, "a", typed);
    return ok(null);
  });
  expect(readStoredDraft(KEY, "a")?.body.statement).toBe("Taxes fell.");
});

test("a form that has again what it opened with is discarded, if anything of it was stored", async () => {
  await storeClaimDraft(KEY, "a", form);
  expect(wasDiscarded(KEY, "a", form)).toBe(false);
  await storeClaimDraft(KEY, "a", typed);
  await storeClaimDraft(KEY, "a", form);
  expect(wasDiscarded(KEY, "a", form)).toBe(true);
});
