import { type LiveEvent, parseLiveEvent } from "@/lib/live/live-event";

/** The state of the connection to the server. "shut-out": a guest whose access has ended. */
export type ConnectionState = "connecting" | "live" | "lost" | "signed-out" | "shut-out";

export type LiveMessage =
  | { kind: "change"; event: LiveEvent }
  | { kind: "presence"; articleId: string }
  /** The connection was made or restored: whatever happened before it must be fetched. */
  | { kind: "sync" };

/** Messages between the tabs of a browser. "who" asks the leading tab for its state. */
type TabMessage = { kind: "state"; state: ConnectionState } | { kind: "who" } | LiveMessage;

type Listener = (message: LiveMessage) => void;

/** The part of EventSource that is used. */
export interface EventStream {
  addEventListener(name: string, listener: (event: Event) => void): void;
  close(): void;
}

/** The part of BroadcastChannel that is used. */
export interface TabChannel {
  onmessage: ((event: MessageEvent) => void) | null;
  postMessage(message: unknown): void;
  close(): void;
}

/** What the connection needs of the browser. */
export interface LiveEnvironment {
  openStream: (address: string) => EventStream;
  fetch: typeof fetch;
  /** Fires "online", "offline" and "focus". */
  events: Pick<EventTarget, "addEventListener" | "removeEventListener">;
  /** How the tabs share one connection; null where the browser has no locks, as on pages without TLS. */
  tabs: {
    openChannel: (name: string) => TabChannel;
    /** Calls back when this tab holds the lock, which it does until the returned promise resolves. */
    lead: (name: string, signal: AbortSignal, run: () => Promise<void>) => Promise<void>;
  } | null;
}

const ADDRESS = "/desk/live";
const CHANNEL = "obelus-live";
/** Milliseconds until the next attempt, doubled after each. */
const RETRY_MS = { first: 400, max: 8_000 };
/** Milliseconds until a first failure is retried. It is not shown to anyone. */
const QUICK_RETRY_MS = 50;
/** Milliseconds without a message after which the connection counts as dead. The server sends a heartbeat every 15 s. */
const SILENCE_TIMEOUT_MS = 40_000;

/**
 * The connection by which the pages of a browser receive changes. Browsers limit connections per host, so the tabs share one: the tab that
 * holds a lock leads, which means that it listens to the server and passes messages on. When it closes, another tab takes over.
 */
export class LiveConnection {
  state: ConnectionState = "connecting";
  private readonly environment: () => LiveEnvironment;
  private readonly listeners = new Set<Listener>();
  private readonly watchers = new Set<() => void>();
  private channel: TabChannel | null = null;
  private stop: (() => void) | null = null;
  private isLeading = false;

  /** @param environment called on first use: the server has no browser */
  constructor(environment: () => LiveEnvironment) {
    this.environment = environment;
  }

  listen(listener: Listener): () => void {
    this.listeners.add(listener);
    this.stop ??= this.start(this.environment());
    // The connection may be older than this listener, which must catch up too.
    if (this.state === "live") listener({ kind: "sync" });
    return () => {
      this.listeners.delete(listener);
      // Deferred: a page that renders again unsubscribes and subscribes at the same time.
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

  private start(environment: LiveEnvironment): () => void {
    const { tabs } = environment;
    // Without locks, each tab has a connection of its own.
    if (!tabs) return this.lead(environment, false);
    const leaving = new AbortController();
    try {
      this.channel = tabs.openChannel(CHANNEL);
    } catch (cause) {
      console.warn("the tabs cannot share a connection", cause);
      return this.lead(environment, false);
    }
    this.channel.onmessage = ({ data }: MessageEvent<TabMessage>) => this.receiveFromTab(data);
    let release = () => {};
    tabs
      .lead(CHANNEL, leaving.signal, () => {
        const end = this.lead(environment, true);
        return new Promise<void>((resolve) => {
          release = () => {
            end();
            resolve();
          };
        });
      })
      .catch((cause: unknown) => {
        if (leaving.signal.aborted) return;
        // A browser that blocks storage refuses locks as well.
        console.warn("the tabs cannot share a connection", cause);
        if (!this.isLeading) release = this.lead(environment, false);
      });
    this.channel.postMessage({ kind: "who" } satisfies TabMessage);
    return () => {
      release();
      leaving.abort();
      this.channel?.close();
      this.channel = null;
      this.state = "connecting";
    };
  }

  private receiveFromTab(message: TabMessage): void {
    if (message.kind === "who") {
      if (this.isLeading)
        this.channel?.postMessage({ kind: "state", state: this.state } satisfies TabMessage);
    } else if (message.kind !== "state") this.broadcast(message);
    else if (this.state !== message.state) {
      this.setState(message.state);
      if (message.state === "live") this.broadcast({ kind: "sync" });
    }
  }

  /** Listens to the server. @param isShared whether for all tabs @returns stops listening */
  private lead({ openStream, fetch, events }: LiveEnvironment, isShared: boolean): () => void {
    this.isLeading = isShared;
    let stream: EventStream | null = null;
    let retryTimer: ReturnType<typeof setTimeout> | undefined;
    let silenceTimer: ReturnType<typeof setTimeout> | undefined;
    let retryDelay = RETRY_MS.first;
    let failures = 0;
    let hasEnded = false;

    const setState = (state: ConnectionState) => {
      this.setState(state);
      if (isShared) this.channel?.postMessage({ kind: "state", state } satisfies TabMessage);
    };
    const broadcast = (message: LiveMessage) => {
      this.broadcast(message);
      if (isShared) this.channel?.postMessage(message satisfies TabMessage);
    };
    const restartSilenceTimer = () => {
      clearTimeout(silenceTimer);
      silenceTimer = setTimeout(() => open(), SILENCE_TIMEOUT_MS);
    };
    const retryLater = (state: ConnectionState) => {
      stream?.close();
      clearTimeout(silenceTimer);
      if (hasEnded) return;
      setState(state);
      clearTimeout(retryTimer);
      retryTimer = setTimeout(open, retryDelay);
      retryDelay = Math.min(RETRY_MS.max, retryDelay * 2);
    };
    const open = () => {
      clearTimeout(retryTimer);
      stream?.close();
      if (hasEnded) return;
      const opened = openStream(ADDRESS);
      stream = opened;
      const on = (name: string, run: (data: string) => void) =>
        opened.addEventListener(name, (event) => {
          restartSilenceTimer();
          run((event as MessageEvent<string>).data);
        });
      const caughtUp = () => {
        retryDelay = RETRY_MS.first;
        failures = 0;
        setState("live");
        broadcast({ kind: "sync" });
      };
      on("caught-up", caughtUp);
      on("reset", caughtUp);
      on("here", () => {});
      on("change", (data) => {
        const event = parseLiveEvent(data);
        if (event) broadcast({ kind: "change", event });
      });
      on("presence", (data) =>
        broadcast({ kind: "presence", articleId: (JSON.parse(data) as { articleId: string }).articleId }),
      );
      opened.addEventListener("error", () => {
        opened.close();
        failures += 1;
        // A single failure is usually gone at the next attempt, so it is not shown.
        if (failures === 1 && this.state === "live") {
          retryTimer = setTimeout(open, QUICK_RETRY_MS);
          return;
        }
        findFailureState(fetch).then((state) => {
          if (stream === opened) retryLater(state);
        });
      });
      restartSilenceTimer();
    };
    const openUnlessLive = () => {
      if (this.state !== "live") open();
    };
    // "offline" is only a hint: a new attempt shows whether the server can be reached.
    const reopen = () => open();
    events.addEventListener("online", openUnlessLive);
    events.addEventListener("focus", openUnlessLive);
    events.addEventListener("offline", reopen);
    open();
    return () => {
      hasEnded = true;
      this.isLeading = false;
      stream?.close();
      clearTimeout(retryTimer);
      clearTimeout(silenceTimer);
      events.removeEventListener("online", openUnlessLive);
      events.removeEventListener("focus", openUnlessLive);
      events.removeEventListener("offline", reopen);
    };
  }

  private setState(state: ConnectionState): void {
    if (this.state === state) return;
    this.state = state;
    for (const watcher of this.watchers) watcher();
  }

  private broadcast(message: LiveMessage): void {
    for (const listener of this.listeners) listener(message);
  }
}

/** Why the server refused the stream: an EventSource does not reveal the status. */
async function findFailureState(request: typeof fetch): Promise<ConnectionState> {
  const controller = new AbortController();
  try {
    const { status } = await request(ADDRESS, { signal: controller.signal, cache: "no-store" });
    if (status === 403) return "shut-out";
    return status === 401 ? "signed-out" : status < 400 ? "connecting" : "lost";
  } catch {
    return "lost";
  } finally {
    // The answer may be a stream without end.
    controller.abort();
  }
}

function browserEnvironment(): LiveEnvironment {
  const canShare = "locks" in navigator && typeof BroadcastChannel !== "undefined";
  return {
    openStream: (address) => new EventSource(address),
    fetch: (...request) => fetch(...request),
    events: window,
    tabs: canShare
      ? {
          openChannel: (name) => new BroadcastChannel(name),
          lead: (name, signal, run) => navigator.locks.request(name, { signal }, run),
        }
      : null,
  };
}

/** The connection of this tab. */
export const liveConnection = new LiveConnection(browserEnvironment);
