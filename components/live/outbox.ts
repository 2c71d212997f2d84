import { createStore, del, entries, set, type UseStore } from "idb-keyval";
import type { ClaimDraft } from "@/components/drafts/claim-draft";
import type { CommentDraft } from "@/components/drafts/comment-draft";
import type { Failure } from "@/lib/failure";
import {
  type DeskWrite,
  keyOf,
  rebaseWrite,
  targetOf,
  WRITER,
  type WriteResult,
} from "@/lib/live/desk-write";
import type { Result } from "@/lib/result";

/** A write that the server has not answered yet, or that it refused while nobody waited for it. */
export interface QueuedWrite {
  /** The key under which it is done once. */
  key: string;
  /** Milliseconds since 1970; earlier ones are sent first. */
  at: number;
  /** Only they send it. */
  actorId: string;
  articleId: string;
  /** What it is, for a list: "Claim 3: Trade came to …". */
  label: string;
  write: DeskWrite;
  /** The claim's form that it came from, to be opened again. */
  draft: ClaimDraft | null;
  /** The comment as it was typed, and what on. */
  comment?: { subject: string; draft: CommentDraft };
  /** Why the server refused it; null while it waits to be sent. */
  refused: Failure | null;
  /** An earlier one about the same claim, comment or thread that goes first. */
  after: string | null;
}

/** A write as it is given to be kept and sent. */
export type NewWrite = Omit<QueuedWrite, "key" | "at" | "refused" | "after" | "actorId">;

export type Sent =
  | { kind: "done"; written: WriteResult }
  /** It is kept in this browser, and sent when that works. */
  | { kind: "kept" }
  | { kind: "refused"; failure: Failure };

/** Where the sending stands. */
export type OutboxState = "idle" | "sending" | "unreachable" | "signed-out";

export interface OutboxView {
  state: OutboxState;
  /** Those of the person, in the order in which they are sent. */
  writes: readonly QueuedWrite[];
}

const ADDRESS = "/desk/writes";
const NAME = "obelus-outbox";
/** Milliseconds for an answer; after that it is sent again. */
const PATIENCE = 20_000;
/** Milliseconds until another try, at first and at most. */
const RETRY = { first: 1_000, most: 15_000 };
const NOTHING: OutboxView = { state: "idle", writes: [] };

/** Keeps the desk's writes in the browser until the server has answered them: over reloads, lost answers, and servers that are away. */
class Outbox {
  private view = NOTHING;
  private actorId: string | null = null;
  private store: UseStore | null = null;
  private channel: BroadcastChannel | null = null;
  private readonly watchers = new Set<() => void>();
  private readonly takers = new Set<(written: WriteResult) => void>();
  /** Those that the page that sent them waits for. */
  private readonly awaited = new Map<string, (sent: Sent) => void>();
  private sending: Promise<void> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private wait = RETRY.first;

  /** Sends what this person has waiting, now and whenever it may work. */
  open(actorId: string): void {
    this.actorId = actorId;
    if (!this.channel && typeof BroadcastChannel !== "undefined") {
      this.channel = new BroadcastChannel(NAME);
      this.channel.onmessage = () => void this.reload();
    }
    void this.tryNow();
  }

  current(): OutboxView {
    return this.view;
  }

  watch(watcher: () => void): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }

  /** Hands over what writes led to that nobody waits for any more. */
  onDone(taker: (written: WriteResult) => void): () => void {
    this.takers.add(taker);
    return () => this.takers.delete(taker);
  }

  /**
   * Keeps a write, then sends it.
   * @throws where the browser keeps nothing: the caller still has what was written
   */
  async send(given: NewWrite): Promise<Sent> {
    if (!this.actorId) throw new Error("the outbox is not open");
    const before = this.view.writes.findLast(
      ({ write }) => targetOf(write) !== null && targetOf(write) === targetOf(given.write),
    );
    const key = keyOf(given.write);
    const kept: QueuedWrite = {
      ...given,
      key,
      at: Math.max(Date.now(), (this.view.writes.at(-1)?.at ?? 0) + 1),
      actorId: this.actorId,
      refused: null,
      after: before?.key ?? null,
    };
    await set(key, kept, this.opened());
    const sent = new Promise<Sent>((resolve) => this.awaited.set(key, resolve));
    await this.reload();
    this.tell();
    void this.tryNow();
    return sent;
  }

  /** Takes a write out: its words are somewhere else now, or not wanted any more. */
  async drop(keys: readonly string[]): Promise<void> {
    for (const key of keys) await del(key, this.opened());
    await this.reload();
    this.tell();
  }

  /** Sends what waits, without waiting any longer for the next try. */
  tryNow(): Promise<void> {
    clearTimeout(this.timer);
    this.sending ??= this.drain()
      .catch((cause: unknown) => {
        console.warn("what waits could not be sent", cause);
        this.later("unreachable");
      })
      .finally(() => {
        this.sending = null;
        // What came while the last one was on its way.
        if (this.view.state === "idle" && this.next()) void this.tryNow();
      });
    return this.sending;
  }

  private async drain(): Promise<void> {
    try {
      await this.reload();
    } catch (cause) {
      // A browser that keeps nothing has nothing to send.
      console.warn("this browser keeps no writes", cause);
      return;
    }
    if (!this.next()) return this.become("idle");
    // One tab sends at a time, so that they go in order. The server would not do one twice in any case.
    if ("locks" in navigator) await navigator.locks.request(NAME, () => this.sendAll());
    else await this.sendAll();
  }

  private async sendAll(): Promise<void> {
    await this.reload();
    for (let kept = this.next(); kept; kept = this.next()) {
      this.become("sending");
      const result = await post(kept);
      if (result === "unreachable") return this.later("unreachable");
      if (!result.ok && result.error.kind === "unauthenticated") return this.later("signed-out");
      if (!result.ok && /^(unavailable|rate-limited)$/.test(result.error.kind))
        return this.later("unreachable");
      this.wait = RETRY.first;
      await this.settle(kept, result);
    }
    this.become("idle");
  }

  /** The next to be sent: what hangs on one that was refused waits for what becomes of that. */
  private next(): QueuedWrite | undefined {
    const held = new Set<string>();
    return this.view.writes.find(({ key, refused, after }) => {
      if (refused || (after !== null && held.has(after))) held.add(key);
      return !held.has(key);
    });
  }

  private async settle(kept: QueuedWrite, result: Result<WriteResult, Failure>): Promise<void> {
    const waiting = this.awaited.get(kept.key);
    this.awaited.delete(kept.key);
    if (result.ok) {
      const written = result.value;
      for (const next of this.view.writes.filter(({ after }) => after === kept.key))
        await set(next.key, { ...next, after: null, write: rebaseWrite(next.write, written) }, this.opened());
    }
    // What was refused stays, unless the page that sent it is there to show why.
    if (result.ok || waiting) await del(kept.key, this.opened());
    else await set(kept.key, { ...kept, refused: result.error }, this.opened());
    await this.reload();
    this.tell();
    if (waiting)
      waiting(
        result.ok ? { kind: "done", written: result.value } : { kind: "refused", failure: result.error },
      );
    else if (result.ok) for (const take of this.takers) take(result.value);
  }

  /** Tries again after a while; whoever waits for an answer is told that it is kept. */
  private later(state: "unreachable" | "signed-out"): void {
    for (const { key } of this.view.writes) {
      this.awaited.get(key)?.({ kind: "kept" });
      this.awaited.delete(key);
    }
    this.become(state);
    this.timer = setTimeout(() => void this.tryNow(), this.wait);
    this.wait = Math.min(RETRY.most, this.wait * 2);
  }

  private async reload(): Promise<void> {
    const all = await entries<string, QueuedWrite>(this.opened());
    const writes = all
      .map(([, kept]) => kept)
      .filter((kept) => kept.actorId === this.actorId)
      .sort((a, b) => a.at - b.at);
    this.show({ ...this.view, writes });
  }

  private become(state: OutboxState): void {
    if (state !== this.view.state) this.show({ ...this.view, state });
  }

  private show(view: OutboxView): void {
    this.view = view;
    for (const watcher of this.watchers) watcher();
  }

  private tell(): void {
    this.channel?.postMessage(null);
  }

  private opened(): UseStore {
    this.store ??= createStore(NAME, "writes");
    return this.store;
  }
}

async function post({ write, actorId }: QueuedWrite): Promise<Result<WriteResult, Failure> | "unreachable"> {
  try {
    const response = await fetch(ADDRESS, {
      method: "POST",
      headers: { "content-type": "application/json", [WRITER]: actorId },
      body: JSON.stringify(write),
      signal: AbortSignal.timeout(PATIENCE),
    });
    // What was too long, or is not understood, would not be better the next time; a proxy's page of errors is no answer.
    if (response.status === 413 || response.status === 400)
      return {
        ok: false,
        error: { kind: "invalid", message: "The server does not take this. Shorten it, then save it again." },
      };
    if (!response.ok) return "unreachable";
    return (await response.json()) as Result<WriteResult, Failure>;
  } catch (cause) {
    console.warn("a write was not answered", cause);
    return "unreachable";
  }
}

/** The writes that this browser keeps. */
export const outbox = new Outbox();
