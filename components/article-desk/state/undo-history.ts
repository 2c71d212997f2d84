import type { ClaimContentInput } from "@/lib/claims/claim-input";

/** One thing that is done to a claim to take back, or to do again, what an editor did. */
export type Operation =
  | { kind: "delete"; claimId: string }
  | { kind: "undelete"; claimId: string }
  /** Offsets are UTF-16 units of the version's text. */
  | { kind: "bounds"; claimId: string; start: number; end: number }
  | { kind: "content"; claimId: string; content: ClaimContentInput };

/** What an editor did, and how it is taken back and done again. */
export interface Action {
  /** What was done, for "Undone: …": "marking claim 3". */
  label: string;
  undo: Operation[];
  redo: Operation[];
}

/** What one can take back, and do again. The newest is last. */
export interface UndoHistory {
  done: readonly Action[];
  undone: readonly Action[];
}

export const NOTHING_DONE: UndoHistory = { done: [], undone: [] };

/** Older deeds are forgotten. */
const REMEMBERED = 100;

/** Notes what was done; what was taken back before cannot be done again then. */
export function note({ done }: UndoHistory, deed: Action): UndoHistory {
  return { done: [...done, deed].slice(-REMEMBERED), undone: [] };
}

/** The history after its newest deed was taken back. */
export function stepBack({ done, undone }: UndoHistory): UndoHistory {
  const deed = done.at(-1);
  return deed ? { done: done.slice(0, -1), undone: [...undone, deed] } : { done, undone };
}

/** The history after the deed that was taken back last was done again. */
export function stepForward({ done, undone }: UndoHistory): UndoHistory {
  const deed = undone.at(-1);
  return deed ? { done: [...done, deed], undone: undone.slice(0, -1) } : { done, undone };
}

/** The history without a deed that cannot be taken back or done again any more, and without what hangs on it. */
export function forget(history: UndoHistory, direction: "undo" | "redo"): UndoHistory {
  return direction === "undo"
    ? { ...history, done: history.done.slice(0, -1) }
    : { ...history, undone: history.undone.slice(0, -1) };
}

const keyOf = (articleId: string, versionId: string) => `obelus-undo:${articleId}:${versionId}`;

/** What this browser tab remembers of an article's text; it outlives a reload, not a new text. */
export function readHistory(articleId: string, versionId: string): UndoHistory {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(articleId, versionId)) ?? "null");
    return isHistory(kept) ? kept : NOTHING_DONE;
  } catch {
    return NOTHING_DONE;
  }
}

/** Keeps the history over a reload. A browser that refuses to store anything forgets it then. */
export function keepHistory(articleId: string, versionId: string, history: UndoHistory): void {
  try {
    sessionStorage.setItem(keyOf(articleId, versionId), JSON.stringify(history));
  } catch {
    // Storage is full or switched off: undo works until the page is left.
  }
}

function isHistory(value: unknown): value is UndoHistory {
  return (
    typeof value === "object" &&
    value !== null &&
    Array.isArray((value as UndoHistory).done) &&
    Array.isArray((value as UndoHistory).undone)
  );
}
