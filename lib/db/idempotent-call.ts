import { AsyncLocalStorage } from "node:async_hooks";

/** A call with an idempotency key. */
export interface IdempotentCall {
  ownerId: string;
  key: string;
  /** Of the complete request. */
  fingerprint: string;
  /** Whether one of its transactions has stored the key. */
  stored: boolean;
}

/** The same call is being made, or was made, by another request: nothing of this one was written. */
export class KeyTaken extends Error {
  override name = "KeyTaken";
  /** @param stillRunning whether the other request has not ended within the time to wait for it */
  constructor(readonly stillRunning: boolean) {
    super("another request has this idempotency key");
  }
}

const calls = new AsyncLocalStorage<IdempotentCall>();

/** Runs a call; the first transaction that it opens stores its key, so that both are written or neither. */
export function asIdempotentCall<T>(call: IdempotentCall, run: () => Promise<T>): Promise<T> {
  return calls.run(call, run);
}

/** The call that is running now. */
export function idempotentCall(): IdempotentCall | undefined {
  return calls.getStore();
}
