import { indexedDatabase, type KeyValueDatabase, withMemory } from "@/components/storage/key-value-database";
import { reportLoss } from "@/components/storage/storage-loss";
import type { Failure } from "@/lib/failure";
import { idempotencyKeyOf, rebaseWrite, targetOf, WRITER, type WriteResult } from "@/lib/live/desk-write";
import type { Result } from "@/lib/result";
import { words } from "@/lib/words/words";
import { ownWrites } from "./own-writes";
import { type NewWrite, type QueuedWrite, upgradeQueuedWrite } from "./queued-write";

export type SendOutcome =
  | { kind: "done"; written: WriteResult }
  /** It is stored in this browser, and sent when the server is back. */
  | { kind: "queued" }
  | { kind: "refused"; failure: Failure };

export type OutboxState = "idle" | "sending" | "unreachable" | "signed-out";

export interface OutboxView {
  state: OutboxState;
  /** The writes of the current person, in the order in which they are sent. */
  writes: readonly QueuedWrite[];
}

/** What the outbox needs of the browser. */
export interface OutboxEnvironment {
  /** The writes of every person, by key. */
  storage: KeyValueDatabase<QueuedWrite>;
  fetch: typeof fetch;
  now: () => number;
  /** Runs a task while no other tab of this browser runs one. */
  exclusively: (task: () => Promise<void>) => Promise<void>;
  /** Connects to the other tabs. @returns announces a change to them */
  connectTabs: (onChange: () => void) => () => void;
}

const ADDRESS = "/desk/writes";
const NAME = "obelus-outbox";
/** Milliseconds to wait for an answer. After that, the write is sent again. */
const REQUEST_TIMEOUT_MS = 20_000;
/** Milliseconds until the next attempt, doubled after each. */
const RETRY_MS = { first: 1_000, max: 15_000 };
const EMPTY: OutboxView = { state: "idle", writes: [] };

/** Stores the desk's writes in the browser until the server has answered them: across reloads, lost answers and outages. */
export class Outbox {
  private readonly environment: OutboxEnvironment;
  private view = EMPTY;
  private actorId: string | null = null;
  private announce: (() => void) | null = null;
  private readonly watchers = new Set<() => void>();
  private readonly doneListeners = new Set<(written: WriteResult) => void>();
  /** Resolvers of writes whose sender is still waiting for the answer. */
  private readonly awaited = new Map<string, (outcome: SendOutcome) => void>();
  /** Writes that no sender is waiting for, by key, also once they are done: those from before a reload, and those that wait for the server. */
  private readonly handedOver = new Map<string, QueuedWrite>();
  private readonly handOverListeners = new Set<(queued: QueuedWrite) => void>();
  private readonly acceptListeners = new Set<(queued: QueuedWrite) => Promise<void>>();
  private sending: Promise<void> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private retryDelay = RETRY_MS.first;

  constructor(environment: OutboxEnvironment) {
    this.environment = environment;
  }

  /** Switches to a person and sends their queued writes. */
  open(actorId: string): void {
    this.actorId = actorId;
    this.announce ??= this.environment.connectTabs(() => void this.reload());
    void this.sendNow();
  }

  current(): OutboxView {
    return this.view;
  }

  watch(watcher: () => void): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }

  /** Reports the results of writes whose sender is no longer waiting. */
  onDone(listener: (written: WriteResult) => void): () => void {
    this.doneListeners.add(listener);
    return () => this.doneListeners.delete(listener);
  }

  /** Reports writes that no sender is waiting for, each once, before they are sent: their forms have nothing left to save. */
  onHandedOver(listener: (queued: QueuedWrite) => void): () => void {
    this.handOverListeners.add(listener);
    return () => this.handOverListeners.delete(listener);
  }

  /**
   * Reports each write that the server has accepted, before it is removed from here. It stays until the listeners have removed what is stored of
   * its form: a page that is left in between sends it again, and does not show it as something that was never sent.
   */
  onAccepted(listener: (queued: QueuedWrite) => Promise<void>): () => void {
    this.acceptListeners.add(listener);
    return () => this.acceptListeners.delete(listener);
  }

  /** The writes of everyone that were reported to `onHandedOver`, or will be, except those that the server rejected. */
  async allHandedOver(): Promise<readonly QueuedWrite[]> {
    const stored = await this.environment.storage.entries();
    const waiting = stored.flatMap(([key, queued]) =>
      queued.refused || this.awaited.has(key) ? [] : [upgradeQueuedWrite(queued)],
    );
    return [...this.handedOver.values(), ...waiting];
  }

  /**
   * Stores a write, then sends it.
   * @throws if the storage throws; the caller still has the input
   */
  async send(write: NewWrite): Promise<SendOutcome> {
    if (!this.actorId) throw new Error("the outbox is not open");
    const target = targetOf(write.write);
    const before = this.view.writes.findLast((each) => target !== null && targetOf(each.write) === target);
    const key = idempotencyKeyOf(write.write);
    const outcome = new Promise<SendOutcome>((resolve) => this.awaited.set(key, resolve));
    try {
      await this.store({
        ...write,
        key,
        at: Math.max(this.environment.now(), (this.view.writes.at(-1)?.at ?? 0) + 1),
        actorId: this.actorId,
        refused: null,
        after: before?.key ?? null,
      });
    } catch (cause) {
      this.awaited.delete(key);
      throw cause;
    }
    await this.reload();
    this.announce?.();
    void this.sendNow();
    return outcome;
  }

  /** Removes writes: their content is open in a form again, or no longer wanted. */
  async drop(keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.environment.storage.delete(key);
    await this.reload();
    this.announce?.();
  }

  /** Sends queued writes without waiting for the next retry. */
  sendNow(): Promise<void> {
    // While sending, the timer is that of the next attempt, which must not be cancelled.
    if (!this.sending) clearTimeout(this.timer);
    this.sending ??= this.drain()
      .catch((cause: unknown) => {
        console.warn("queued writes could not be sent", cause);
        this.retryLater("unreachable");
      })
      .finally(() => {
        this.sending = null;
        // A write may have been added after the last one was answered.
        if (this.view.state === "idle" && this.next()) void this.sendNow();
      });
    return this.sending;
  }

  private async drain(): Promise<void> {
    try {
      await this.reload();
    } catch (cause) {
      // Without storage there is nothing to send.
      console.warn("the storage of this browser is unavailable", cause);
      return;
    }
    if (!this.next()) return this.setState("idle");
    // One tab sends at a time, which keeps the order. (The keys already keep a write from being applied twice.)
    await this.environment.exclusively(() => this.sendAll());
  }

  private async sendAll(): Promise<void> {
    await this.reload();
    for (let queued = this.next(); queued; queued = this.next()) {
      this.setState("sending");
      const result = await this.post(queued);
      if (result === "unreachable") return this.retryLater("unreachable");
      if (!result.ok && result.error.kind === "unauthenticated") return this.retryLater("signed-out");
      if (!result.ok && /^(unavailable|rate-limited)$/.test(result.error.kind))
        return this.retryLater("unreachable");
      this.retryDelay = RETRY_MS.first;
      await this.recordAnswer(queued, result);
    }
    this.setState("idle");
  }

  /** The next write to send. A write that follows a rejected one is held back until that one is resolved. */
  private next(): QueuedWrite | undefined {
    const held = new Set<string>();
    return this.view.writes.find(({ key, refused, after }) => {
      if (refused || (after !== null && held.has(after))) held.add(key);
      return !held.has(key);
    });
  }

  private async recordAnswer(queued: QueuedWrite, result: Result<WriteResult, Failure>): Promise<void> {
    const { storage } = this.environment;
    const resolve = this.awaited.get(queued.key);
    this.awaited.delete(queued.key);
    if (result.ok) {
      const written = result.value;
      ownWrites.note(written);
      for (const listener of this.acceptListeners)
        await listener(queued).catch((cause: unknown) =>
          console.warn("what was stored of a form that was sent could not be removed", cause),
        );
      for (const next of this.view.writes.filter(({ after }) => after === queued.key))
        await this.store({ ...next, after: null, write: rebaseWrite(next.write, written) });
    }
    // A rejected write stays queued, unless the page that sent it is there to show why.
    if (!result.ok) this.handedOver.delete(queued.key);
    if (result.ok || resolve) await storage.delete(queued.key);
    else await this.store({ ...queued, refused: result.error });
    await this.reload();
    this.announce?.();
    if (resolve)
      resolve(
        result.ok ? { kind: "done", written: result.value } : { kind: "refused", failure: result.error },
      );
    else if (result.ok) for (const listener of this.doneListeners) listener(result.value);
  }

  /** Schedules the next attempt. Senders that are waiting learn that their write is queued. */
  private retryLater(state: "unreachable" | "signed-out"): void {
    for (const { key } of this.view.writes) {
      this.awaited.get(key)?.({ kind: "queued" });
      this.awaited.delete(key);
    }
    this.setState(state);
    this.timer = setTimeout(() => void this.sendNow(), this.retryDelay);
    this.retryDelay = Math.min(RETRY_MS.max, this.retryDelay * 2);
  }

  private async reload(): Promise<void> {
    const stored = await this.environment.storage.entries();
    const writes = stored
      .map(([, write]) => write)
      .filter(({ actorId }) => actorId === this.actorId)
      .map(upgradeQueuedWrite)
      .sort((a, b) => a.at - b.at);
    for (const queued of writes) {
      if (queued.refused || this.awaited.has(queued.key) || this.handedOver.has(queued.key)) continue;
      this.handedOver.set(queued.key, queued);
      for (const listener of this.handOverListeners) listener(queued);
    }
    this.show({ ...this.view, writes });
  }

  private store(write: QueuedWrite): Promise<void> {
    return this.environment.storage.set(write.key, write);
  }

  private setState(state: OutboxState): void {
    if (state !== this.view.state) this.show({ ...this.view, state });
  }

  private show(view: OutboxView): void {
    this.view = view;
    for (const watcher of this.watchers) watcher();
  }

  private async post({ write, actorId }: QueuedWrite): Promise<Result<WriteResult, Failure> | "unreachable"> {
    try {
      const response = await this.environment.fetch(ADDRESS, {
        method: "POST",
        headers: { "content-type": "application/json", [WRITER]: actorId },
        body: JSON.stringify(write),
        signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
      });
      // 413 and 400 would be the same the next time. Any other status may come from a proxy, so it is no answer.
      if (response.status === 413 || response.status === 400)
        return { ok: false, error: { kind: "invalid", message: words("live")("outbox.rejected") } };
      if (!response.ok) return "unreachable";
      return (await response.json()) as Result<WriteResult, Failure>;
    } catch (cause) {
      console.warn("a write was not answered", cause);
      return "unreachable";
    }
  }
}

/** The writes queued in this browser. */
export const outbox = new Outbox({
  storage: withMemory(indexedDatabase(NAME, "writes"), reportLoss),
  fetch: (...request) => fetch(...request),
  now: () => Date.now(),
  exclusively: async (task) => {
    let hasStarted = false;
    try {
      if (!("locks" in navigator)) return await task();
      await navigator.locks.request(NAME, () => {
        hasStarted = true;
        return task();
      });
    } catch (cause) {
      if (hasStarted || !("locks" in navigator)) throw cause;
      // A browser that blocks storage refuses locks as well. (The keys already keep a write from being applied twice.)
      await task();
    }
  },
  connectTabs(onChange) {
    try {
      const channel = new BroadcastChannel(NAME);
      channel.onmessage = onChange;
      return () => channel.postMessage(null);
    } catch (cause) {
      console.warn("the tabs of this browser cannot be connected", cause);
      return () => {};
    }
  },
});
