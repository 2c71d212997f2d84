import { vi } from "vitest";
import type { Claim } from "@/lib/claims/claim";
import type { Failure } from "@/lib/failure";
import type { DeskWrite, WriteResult } from "@/lib/live/desk-write";
import { err, ok } from "@/lib/result";
import { buildClaim } from "@/lib/testing/builders";
import { createClaimOperations } from "./claim-operations";
import type { Message } from "./message";
import { readHistory } from "./undo-history";

/** How a write ends: with its result, queued while the server is unreachable, or refused. */
export type Answer = WriteResult | "queued" | Failure;

export const refusal: Failure = { kind: "forbidden", message: "Only editors can approve claims." };

/** For `beforeEach`: an empty store of the tab, and no reports of failures. @returns puts both back */
export function emptyTab(): () => void {
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
}

/** The operations of an article page: what they send, select, show and list. The server answers each write with the next `answer`. */
export function openPage(claims: Claim[], { hasPendingWrites = false } = {}) {
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

/** A claim at UTF-16 offsets of the text. */
export const at = (start: number, end: number, rest: Partial<Claim> = {}) => {
  const claim = buildClaim(rest);
  return { ...claim, anchor: { ...claim.anchor, start, end } };
};
export const result = (claim: Claim): WriteResult => ({ kind: "claim", claim });
