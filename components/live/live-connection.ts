import { type LiveEvent, parseLiveEvent } from "@/lib/live/live-event";

/** How this browser stands to the server. */
export type ConnectionState = "connecting" | "live" | "lost" | "signed-out" | "shut-out";

export type LiveMessage =
  | { kind: "change"; event: LiveEvent }
  | { kind: "presence"; articleId: string }
  /** The connection was made anew: what happened meanwhile is to be fetched. */
  | { kind: "sync" };

/** What the tabs of a browser tell each other. */
type Word = { kind: "state"; state: ConnectionState } | { kind: "who" } | LiveMessage;

type Listener = (message: LiveMessage) => void;

const ADDRESS = "/desk/live";
const CHANNEL = "obelus-live";
/** Milliseconds until another try, at first and at most. */
const RETRY = { first: 400, most: 8_000 };
/** Milliseconds without a sign of life after which a connection counts as dead; the server gives one every 15 s. */
const SILENCE = 40_000;

/**
 * The one connection to the server by which the pages of a browser hear of changes. A browser opens few connections to one host, so the
 * tabs share it: the one that holds a lock listens and tells the others; when it goes, another takes over.
 */
class LiveConnection {
  state: ConnectionState = "connecting";
  private readonly listeners = new Set<Listener>();
  private readonly watchers = new Set<() => void>();
  private channel: BroadcastChannel | null = null;
  private stop: (() => void) | null = null;
  private isLeading = false;

  listen(listener: Listener): () => void {
    this.listeners.add(listener);
    this.stop ??= this.start();
    // It may have been there before: whoever comes later catches up by itself.
    if (this.state === "live") listener({ kind: "sync" });
    return () => {
      this.listeners.delete(listener);
      // A page that is drawn anew listens again at once.
      setTimeout(() => {
        if (this.listeners.size > 0) return;
        this.stop?.();
        this.stop = null;
      });
    };
  }

  watchState(watcher: () => void): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }

  private start(): () => void {
    const leaving = new AbortController();
    if (!("locks" in navigator) || typeof BroadcastChannel === "undefined") {
      // Pages without TLS know no locks: each tab has a connection of its own.
      return this.lead(false);
    }
    this.channel = new BroadcastChannel(CHANNEL);
    this.channel.onmessage = ({ data }: MessageEvent<Word>) => this.hear(data);
    let release = () => {};
    navigator.locks
      .request(CHANNEL, { signal: leaving.signal }, () => {
        const end = this.lead(true);
        return new Promise<void>((resolve) => {
          release = () => {
            end();
            resolve();
          };
        });
      })
      .catch((cause: unknown) => {
        if (!leaving.signal.aborted) console.warn("the tabs cannot share a connection", cause);
      });
    this.channel.postMessage({ kind: "who" } satisfies Word);
    return () => {
      release();
      leaving.abort();
      this.channel?.close();
      this.channel = null;
      this.state = "connecting";
    };
  }

  /** What another tab says. */
  private hear(word: Word): void {
    if (word.kind === "who") {
      if (this.isLeading) this.channel?.postMessage({ kind: "state", state: this.state } satisfies Word);
    } else if (word.kind !== "state") this.tell(word);
    else if (this.state !== word.state) {
      this.become(word.state);
      if (word.state === "live") this.tell({ kind: "sync" });
    }
  }

  /** Listens to the server for all tabs. @returns ends it */
  private lead(share: boolean): () => void {
    this.isLeading = share;
    let source: EventSource | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let silence: ReturnType<typeof setTimeout> | undefined;
    let wait = RETRY.first;
    let failures = 0;
    let ended = false;

    const become = (state: ConnectionState) => {
      this.become(state);
      if (share) this.channel?.postMessage({ kind: "state", state } satisfies Word);
    };
    const tell = (message: LiveMessage) => {
      this.tell(message);
      if (share) this.channel?.postMessage(message satisfies Word);
    };
    const alive = () => {
      clearTimeout(silence);
      silence = setTimeout(() => open(), SILENCE);
    };
    const again = (state: ConnectionState) => {
      source?.close();
      clearTimeout(silence);
      if (ended) return;
      become(state);
      clearTimeout(timer);
      timer = setTimeout(open, wait);
      wait = Math.min(RETRY.most, wait * 2);
    };
    const open = () => {
      clearTimeout(timer);
      source?.close();
      if (ended) return;
      const opened = new EventSource(ADDRESS);
      source = opened;
      const on = (name: string, run: (data: string) => void) =>
        opened.addEventListener(name, (event) => {
          alive();
          run((event as MessageEvent<string>).data);
        });
      const caughtUp = () => {
        wait = RETRY.first;
        failures = 0;
        become("live");
        tell({ kind: "sync" });
      };
      on("caught-up", caughtUp);
      on("reset", caughtUp);
      on("here", () => {});
      on("change", (data) => {
        const event = parseLiveEvent(data);
        if (event) tell({ kind: "change", event });
      });
      on("presence", (data) =>
        tell({ kind: "presence", articleId: (JSON.parse(data) as { articleId: string }).articleId }),
      );
      opened.onerror = () => {
        opened.close();
        failures += 1;
        // One break is mended at once and need not be spoken of.
        if (failures === 1 && this.state === "live") {
          timer = setTimeout(open, 50);
          return;
        }
        whyNot().then((state) => {
          if (source === opened) again(state);
        });
      };
      alive();
    };
    const tryNow = () => {
      if (this.state !== "live") open();
    };
    // What the browser thinks of its network is a hint: the connection tells.
    const doubt = () => open();
    addEventListener("online", tryNow);
    addEventListener("focus", tryNow);
    addEventListener("offline", doubt);
    open();
    return () => {
      ended = true;
      this.isLeading = false;
      source?.close();
      clearTimeout(timer);
      clearTimeout(silence);
      removeEventListener("online", tryNow);
      removeEventListener("focus", tryNow);
      removeEventListener("offline", doubt);
    };
  }

  private become(state: ConnectionState): void {
    if (this.state === state) return;
    this.state = state;
    for (const watcher of this.watchers) watcher();
  }

  private tell(message: LiveMessage): void {
    for (const listener of this.listeners) listener(message);
  }
}

/** Why the server does not let one listen: an EventSource does not say. */
async function whyNot(): Promise<ConnectionState> {
  const asking = new AbortController();
  try {
    const { status } = await fetch(ADDRESS, { signal: asking.signal, cache: "no-store" });
    if (status === 403) return "shut-out";
    return status === 401 ? "signed-out" : status < 400 ? "connecting" : "lost";
  } catch {
    return "lost";
  } finally {
    asking.abort();
  }
}

/** The connection of this tab. */
export const liveConnection = new LiveConnection();
