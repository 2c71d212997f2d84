import { tabStorage } from "@/components/storage/browser-storage";
import { isRecord, readJson } from "@/components/storage/stored-json";
import type { ClaimContentInput } from "@/lib/claims/claim-input";

/** One change to a claim, as part of undoing or redoing an action. */
export type Operation =
  | { kind: "delete"; claimId: string }
  | { kind: "undelete"; claimId: string }
  /** Offsets are UTF-16 units of the version's text. */
  | { kind: "bounds"; claimId: string; start: number; end: number }
  /** Confirms the position that was found. */
  | { kind: "confirm"; claimId: string }
  /** Undoes that: the position needs checking again. */
  | { kind: "unconfirm"; claimId: string }
  | { kind: "retire"; claimId: string }
  | { kind: "restore"; claimId: string }
  | { kind: "content"; claimId: string; content: ClaimContentInput };

/** What an editor did, and the operations that undo and redo it. */
export interface Action {
  /** For "Undone: …", so a gerund: "marking claim 3". */
  label: string;
  undo: Operation[];
  redo: Operation[];
}

/** Actions that can be undone and redone; the latest is last. */
export interface UndoHistory {
  done: readonly Action[];
  undone: readonly Action[];
}

export const EMPTY_HISTORY: UndoHistory = { done: [], undone: [] };

/** Older actions are dropped. */
const MAX_ACTIONS = 100;

/** Adds an action. Actions that were undone before it can no longer be redone. */
export function addAction({ done }: UndoHistory, action: Action): UndoHistory {
  return { done: [...done, action].slice(-MAX_ACTIONS), undone: [] };
}

/** The history after its latest action was undone. */
export function stepBack({ done, undone }: UndoHistory): UndoHistory {
  const action = done.at(-1);
  return action ? { done: done.slice(0, -1), undone: [...undone, action] } : { done, undone };
}

/** The history after the latest undone action was redone. */
export function stepForward({ done, undone }: UndoHistory): UndoHistory {
  const action = undone.at(-1);
  return action ? { done: [...done, action], undone: undone.slice(0, -1) } : { done, undone };
}

/** The history without the next action in a direction, which could not be undone or redone. */
export function dropAction(history: UndoHistory, direction: "undo" | "redo"): UndoHistory {
  return direction === "undo"
    ? { ...history, done: history.done.slice(0, -1) }
    : { ...history, undone: history.undone.slice(0, -1) };
}

const storageKeyOf = (articleId: string, versionId: string) => `obelus-undo:${articleId}:${versionId}`;

/** The history of this browser tab. It survives a reload; a new version of the text starts an empty one. */
export function readHistory(articleId: string, versionId: string): UndoHistory {
  return readJson(tabStorage, storageKeyOf(articleId, versionId), isHistory) ?? EMPTY_HISTORY;
}

/** Stores the history, so that it survives a reload where the browser has room for it. */
export function storeHistory(articleId: string, versionId: string, history: UndoHistory): void {
  void tabStorage.set(storageKeyOf(articleId, versionId), JSON.stringify(history));
}

function isHistory(value: unknown): value is UndoHistory {
  return isRecord(value) && [value.done, value.undone].every(isActions);
}

function isActions(value: unknown): value is Action[] {
  return (
    Array.isArray(value) &&
    value.every(
      (each) =>
        isRecord(each) &&
        typeof each.label === "string" &&
        [each.undo, each.redo].every((operations) => Array.isArray(operations) && operations.every(isRecord)),
    )
  );
}
