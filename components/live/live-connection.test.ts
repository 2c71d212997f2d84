import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { LiveEvent } from "@/lib/live/live-event";
import { type EventStream, LiveConnection, type LiveEnvironment, type LiveMessage } from "./live-connection";

const event: LiveEvent = {
  seq: 1,
  articleId: "article-1",
  targetType: "claim",
  targetId: "claim-1",
  otherId: null,
  action: "claim.approve",
  actorId: "ada",
  revision: null,
};

/** An EventSource that the test speaks through. */
class FakeStream extends EventTarget implements EventStream {
  isClosed = false;
  send(name: string, data: unknown = {}) {
    this.dispatchEvent(new MessageEvent(name, { data: JSON.stringify(data) }));
  }
  fail() {
    this.dispatchEvent(new Event("error"));
  }
  close() {
    this.isClosed = true;
  }
}

/** A browser whose tabs share a lock and a channel; `canShare: false` is one without locks. */
function makeBrowser({ canShare = true } = {}) {
  const streams: FakeStream[] = [];
  const channels = new Set<{ onmessage: ((event: MessageEvent) => void) | null }>();
  const events = new EventTarget();
  let lock: Promise<void> = Promise.resolve();
  const browser = {
    streams,
    events,
    /** What the server answers when it is asked why the stream failed; null for no answer. */
    status: null as number | null,
    latest(): FakeStream {
      const stream = streams.at(-1);
      if (!stream) throw new Error("no stream has been opened");
      return stream;
    },
    openTab() {
      const connection = new LiveConnection(environment);
      const messages: LiveMessage[] = [];
      const leave = connection.listen((message) => messages.push(message));
      return { connection, messages, leave, kinds: () => messages.map(({ kind }) => kind) };
    },
  };
  const environment = (): LiveEnvironment => ({
    openStream() {
      const stream = new FakeStream();
      streams.push(stream);
      return stream;
    },
    async fetch() {
      if (browser.status === null) throw new TypeError("network error");
      return new Response(null, { status: browser.status });
    },
    events,
    tabs: canShare
      ? {
          openChannel() {
            const channel = {
              onmessage: null as ((event: MessageEvent) => void) | null,
              postMessage(message: unknown) {
                for (const each of channels)
                  if (each !== channel)
                    queueMicrotask(() => each.onmessage?.(new MessageEvent("message", { data: message })));
              },
              close: () => void channels.delete(channel),
            };
            channels.add(channel);
            return channel;
          },
          lead(_, signal, run) {
            const held = lock.then(() => (signal.aborted ? undefined : run()));
            lock = held;
            return held;
          },
        }
      : null,
  });
  return browser;
}

/** Lets everything run that needs no time. */
const settle = () => vi.advanceTimersByTimeAsync(0);

/** A tab that is connected. */
async function makeLiveTab(browser = makeBrowser()) {
  const tab = browser.openTab();
  await settle();
  browser.latest().send("caught-up");
  return { ...tab, browser };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("a connection", () => {
  it.each([true, false])("passes on what the server sends (shared between tabs: %s)", async (canShare) => {
    const { connection, messages, browser } = await makeLiveTab(makeBrowser({ canShare }));
    browser.latest().send("change", event);
    browser.latest().send("presence", { articleId: "article-1" });
    browser.latest().send("change", "not an event");
    expect(connection.state).toBe("live");
    expect(messages).toEqual([
      { kind: "sync" },
      { kind: "change", event },
      { kind: "presence", articleId: "article-1" },
    ]);
  });

  it("lets a listener that joins later catch up", async () => {
    const { connection } = await makeLiveTab();
    const later = vi.fn();
    connection.listen(later);
    expect(later).toHaveBeenCalledExactlyOnceWith({ kind: "sync" });
  });

  it("closes when the last listener leaves", async () => {
    const { leave, browser } = await makeLiveTab();
    leave();
    await settle();
    expect(browser.latest().isClosed).toBe(true);
  });

  it("stays open when a page renders again", async () => {
    const { connection, leave, browser } = await makeLiveTab();
    leave();
    connection.listen(() => {});
    await settle();
    expect(browser.latest().isClosed).toBe(false);
    expect(browser.streams).toHaveLength(1);
  });
});

describe("a connection that fails", () => {
  it("is restored without a word after a single failure, and catches up", async () => {
    const { connection, kinds, browser } = await makeLiveTab();
    const watcher = vi.fn();
    connection.watchState(watcher);
    browser.latest().fail();
    await vi.advanceTimersByTimeAsync(50);
    expect(browser.streams).toHaveLength(2);
    browser.latest().send("caught-up");
    expect(watcher).not.toHaveBeenCalled();
    expect(kinds()).toEqual(["sync", "sync"]);
  });

  it("is retried with growing delays, at most every 8 seconds", async () => {
    const { connection, browser } = await makeLiveTab();
    browser.latest().fail();
    await vi.advanceTimersByTimeAsync(50);
    for (const delay of [400, 800, 1_600, 3_200, 6_400, 8_000, 8_000]) {
      const count = browser.streams.length;
      browser.latest().fail();
      await settle();
      expect(connection.state).toBe("lost");
      await vi.advanceTimersByTimeAsync(delay - 1);
      expect(browser.streams).toHaveLength(count);
      await vi.advanceTimersByTimeAsync(1);
      expect(browser.streams).toHaveLength(count + 1);
    }
  });

  it("starts again with the shortest delay once it has been restored", async () => {
    const { connection, browser } = await makeLiveTab();
    for (const delay of [50, 400, 800]) {
      browser.latest().fail();
      await vi.advanceTimersByTimeAsync(delay);
    }
    browser.latest().send("caught-up");
    expect(connection.state).toBe("live");
    browser.latest().fail();
    await vi.advanceTimersByTimeAsync(50);
    browser.latest().fail();
    await settle();
    const count = browser.streams.length;
    await vi.advanceTimersByTimeAsync(400);
    expect(browser.streams).toHaveLength(count + 1);
  });

  it.each([
    [401, "signed-out"],
    [403, "shut-out"],
    [200, "connecting"],
    [503, "lost"],
    [null, "lost"],
  ] as const)("with status %s counts as %s", async (status, state) => {
    const browser = makeBrowser();
    browser.status = status;
    const { connection } = browser.openTab();
    await settle();
    browser.latest().fail();
    await settle();
    expect(connection.state).toBe(state);
  });

  it.each(["online", "focus"])("is retried immediately on %s", async (name) => {
    const browser = makeBrowser();
    browser.openTab();
    await settle();
    browser.latest().fail();
    await settle();
    browser.events.dispatchEvent(new Event(name));
    expect(browser.streams).toHaveLength(2);
  });

  it("is opened again after 40 seconds of silence; a heartbeat prevents that", async () => {
    const { browser } = await makeLiveTab();
    await vi.advanceTimersByTimeAsync(39_000);
    browser.latest().send("here");
    await vi.advanceTimersByTimeAsync(39_999);
    expect(browser.streams).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(browser.streams).toHaveLength(2);
    expect(browser.streams[0]?.isClosed).toBe(true);
  });
});

describe("tabs of one browser", () => {
  it("share one connection", async () => {
    const { browser } = await makeLiveTab();
    const other = browser.openTab();
    await settle();
    expect(browser.streams).toHaveLength(1);
    expect(other.connection.state).toBe("live");
    browser.latest().send("change", event);
    await settle();
    expect(other.messages).toEqual([{ kind: "sync" }, { kind: "change", event }]);
  });

  it("replace the leading tab when it closes, and catch up", async () => {
    const { leave, browser } = await makeLiveTab();
    const other = browser.openTab();
    await settle();
    leave();
    await settle();
    expect(browser.streams).toHaveLength(2);
    browser.latest().send("caught-up");
    await settle();
    expect(other.kinds()).toEqual(["sync", "sync"]);
  });
});
