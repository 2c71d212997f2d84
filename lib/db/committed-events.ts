import type { LiveEvent } from "@/lib/live/live-event";

/** What is known of an audit event in the process that wrote it. */
export type CommittedEvent = Pick<LiveEvent, "seq" | "action" | "targetType" | "articleId"> & {
  /** Whether webhooks are sent it. */
  isSent?: boolean;
};

type Listener = (event: CommittedEvent) => void;

// On globalThis, because pages, routes and the HTTP front are bundled separately.
const globals = globalThis as typeof globalThis & { obelusCommitListeners?: Set<Listener> };

/** The events of transactions that are not committed yet. */
const pending = new WeakMap<object, CommittedEvent[]>();

/** Notes an event of an open transaction. */
export function noteEvent(transaction: object, event: CommittedEvent): void {
  pending.set(transaction, [...(pending.get(transaction) ?? []), event]);
}

/** Passes the events of a transaction on. Call it once the transaction is committed. */
export function announceEvents(transaction: object): void {
  for (const event of pending.get(transaction) ?? [])
    for (const listener of globals.obelusCommitListeners ?? []) listener(event);
}

/**
 * Registers what must know of a change before the person who made it gets an answer. Changes by other processes come by
 * `listenToChanges`, a moment later.
 * @returns a function that removes it
 */
export function onCommittedEvent(listener: Listener): () => void {
  globals.obelusCommitListeners ??= new Set();
  globals.obelusCommitListeners.add(listener);
  return () => globals.obelusCommitListeners?.delete(listener);
}
