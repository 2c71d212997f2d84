import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type KeyValueDatabase, withMemory } from "@/components/storage/key-value-database";
import type { Failure } from "@/lib/failure";
import type { DeskWrite, WriteResult } from "@/lib/live/desk-write";
import { err, ok, type Result } from "@/lib/result";
import { buildClaim } from "@/lib/testing/builders";
import { Outbox, type OutboxEnvironment } from "./outbox";
import type { NewWrite, QueuedWrite } from "./queued-write";

/** What the server does with a request: it answers, or the connection fails. */
type Answer = Result<WriteResult, Failure> | { status: number } | "no answer";

const refusal: Failure = { kind: "invalid", message: "Enter a statement." };
const done = (claimId: string, revision: number): Answer =>
  ok({ kind: "claim", claim: { ...buildClaim(), id: claimId, revision } });

/** An edit of a claim. The operation id names it in the tests. */
function edit(operationId: string, claimId: string, revision = 1): NewWrite {
  const write = {
    kind: "claim.review",
    input: { claimId, revision, operationId, action: "submit" },
  } satisfies DeskWrite;
  return { articleId: "article", label: operationId, write, draft: null };
}

/** A browser: tabs that share storage and a lock, and a server that gives the listed answers in order, then "no answer". */
function makeBrowser({ losses = null }: { losses?: unknown[] | null } = {}) {
  const stored = new Map<string, QueuedWrite>();
  const tabs = new Set<() => void>();
  const answers: (Answer | Promise<Answer>)[] = [];
  const requests: { actorId: string; write: DeskWrite }[] = [];
  let now = 1000;
  let lock: Promise<void> = Promise.resolve();
  let isStorageBroken = false;
  const checkStorage = () => {
    if (isStorageBroken) throw new DOMException("storage is full", "QuotaExceededError");
  };
  const database: KeyValueDatabase<QueuedWrite> = {
    async entries() {
      checkStorage();
      return [...stored];
    },
    async set(key, write) {
      checkStorage();
      stored.set(key, structuredClone(write));
    },
    async delete(key) {
      checkStorage();
      stored.delete(key);
    },
  };
  const environment = (): OutboxEnvironment => ({
    storage: losses ? withMemory(database, (cause) => losses.push(cause)) : database,
    async fetch(_, { body, headers } = {}) {
      requests.push({
        actorId: new Headers(headers).get("obelus-writer") ?? "",
        write: JSON.parse(String(body)) as DeskWrite,
      });
      const answer = (await answers.shift()) ?? "no answer";
      if (answer === "no answer") throw new TypeError("network error");
      return "status" in answer ? new Response(null, answer) : Response.json(answer);
    },
    now: () => now++,
    exclusively(task) {
      lock = lock.then(task);
      return lock;
    },
    connectTabs(onChange) {
      tabs.add(onChange);
      return () => {
        for (const each of tabs) if (each !== onChange) each();
      };
    },
  });
  return {
    stored,
    answers,
    requests,
    sent: () => requests.map(({ write }) => (write.input as { operationId: string }).operationId),
    breakStorage() {
      isStorageBroken = true;
    },
    /** @param actorId null for a page that has not opened its outbox yet */
    openTab(actorId: string | null = "ada") {
      const outbox = new Outbox(environment());
      if (actorId !== null) outbox.open(actorId);
      return outbox;
    },
  };
}

/** Lets everything run that needs no time. */
const settle = () => vi.advanceTimersByTimeAsync(0);

/** An answer that the test gives later. */
function laterAnswer() {
  let give: (answer: Answer) => void = () => {};
  const promise = new Promise<Answer>((resolve) => {
    give = resolve;
  });
  return { promise, give };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, "warn").mockImplementation(() => {});
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe("sending a write", () => {
  it("resolves with the result and removes the write from storage", async () => {
    const browser = makeBrowser();
    const outbox = browser.openTab();
    browser.answers.push(done("claim-1", 2));
    const outcome = await outbox.send(edit("first", "claim-1"));
    expect(outcome).toMatchObject({ kind: "done", written: { claim: { revision: 2 } } });
    await settle();
    expect(browser.stored.size).toBe(0);
    expect(outbox.current()).toEqual({ state: "idle", writes: [] });
  });

  it("names the person who made the write", async () => {
    const browser = makeBrowser();
    browser.answers.push(done("claim-1", 2));
    await browser.openTab("grace").send(edit("first", "claim-1"));
    expect(browser.requests[0]?.actorId).toBe("grace");
  });

  it("stores the write before it sends it", async () => {
    const browser = makeBrowser();
    const answer = laterAnswer();
    browser.answers.push(answer.promise);
    const outcome = browser.openTab().send(edit("first", "claim-1"));
    await settle();
    expect([...browser.stored.keys()]).toEqual(["first"]);
    answer.give(done("claim-1", 2));
    await outcome;
  });

  it("rejects when the browser can't store it, so that the form keeps the draft", async () => {
    const browser = makeBrowser();
    const outbox = browser.openTab();
    await settle();
    browser.breakStorage();
    await expect(outbox.send(edit("first", "claim-1"))).rejects.toThrow("storage is full");
    expect(browser.requests).toEqual([]);
  });

  it("sends from memory what the browser can't store, and says that it is not stored", async () => {
    const losses: unknown[] = [];
    const browser = makeBrowser({ losses });
    const outbox = browser.openTab();
    await settle();
    browser.breakStorage();
    browser.answers.push("no answer", done("claim-1", 2));
    expect(await outbox.send(edit("first", "claim-1"))).toEqual({ kind: "queued" });
    expect(outbox.current().writes.map(({ key }) => key)).toEqual(["first"]);
    await settle();
    await outbox.sendNow();
    expect(browser.sent()).toEqual(["first", "first"]);
    expect(outbox.current().writes).toEqual([]);
    expect(losses).toHaveLength(1);
  });
});

describe("the order of writes", () => {
  it("sends writes to one target one after the other, each on the revision that the last one made", async () => {
    const browser = makeBrowser();
    const outbox = browser.openTab();
    const first = laterAnswer();
    browser.answers.push(first.promise, done("claim-1", 6));
    const outcomes = [outbox.send(edit("first", "claim-1", 4))];
    await settle();
    outcomes.push(outbox.send(edit("second", "claim-1", 4)));
    await settle();
    expect(browser.sent()).toEqual(["first"]);
    first.give(done("claim-1", 5));
    await Promise.all(outcomes);
    expect(browser.requests.map(({ write }) => write.input)).toMatchObject([
      { operationId: "first", revision: 4 },
      { operationId: "second", revision: 5 },
    ]);
  });

  it("sends writes to different targets in the order they were made, on their own revisions", async () => {
    const browser = makeBrowser();
    const outbox = browser.openTab();
    browser.answers.push(done("claim-1", 5), done("claim-2", 9));
    await Promise.all([outbox.send(edit("first", "claim-1", 4)), outbox.send(edit("second", "claim-2", 8))]);
    expect(browser.requests.map(({ write }) => write.input)).toMatchObject([
      { operationId: "first", revision: 4 },
      { operationId: "second", revision: 8 },
    ]);
  });
});

describe("a server that does not answer", () => {
  const failures: [string, Answer][] = [
    ["a network error", "no answer"],
    ["an error page of a proxy", { status: 502 }],
    ["a server that is busy", err<Failure>({ kind: "unavailable", message: "Try again." })],
    ["a rate limit", err<Failure>({ kind: "rate-limited", message: "Wait a minute.", retryAfter: 60 })],
  ];
  it.each(failures)("is retried after %s, with the same write", async (_, answer) => {
    const browser = makeBrowser();
    const outbox = browser.openTab();
    browser.answers.push(answer, done("claim-1", 2));
    expect(await outbox.send(edit("first", "claim-1"))).toEqual({ kind: "queued" });
    expect(outbox.current().state).toBe("unreachable");
    await vi.advanceTimersByTimeAsync(1_000);
    expect(browser.sent()).toEqual(["first", "first"]);
    expect(outbox.current()).toEqual({ state: "idle", writes: [] });
  });

  it("is retried after 1, 2, 4, 8, 15 and 15 seconds", async () => {
    const browser = makeBrowser();
    const outbox = browser.openTab();
    await outbox.send(edit("first", "claim-1"));
    for (const [index, seconds] of [1, 2, 4, 8, 15, 15].entries()) {
      await vi.advanceTimersByTimeAsync(seconds * 1000 - 1);
      expect(browser.requests).toHaveLength(index + 1);
      await vi.advanceTimersByTimeAsync(1);
      expect(browser.requests).toHaveLength(index + 2);
    }
  });

  it("gets the writes in order when it is back, and the results go to the page", async () => {
    const browser = makeBrowser();
    const outbox = browser.openTab();
    const results: WriteResult[] = [];
    outbox.onDone((written) => results.push(written));
    await outbox.send(edit("first", "claim-1"));
    await outbox.send(edit("second", "claim-1"));
    await settle();
    browser.requests.length = 0;
    browser.answers.push(done("claim-1", 2), done("claim-1", 3));
    await outbox.sendNow();
    expect(browser.sent()).toEqual(["first", "second"]);
    expect(results).toMatchObject([{ claim: { revision: 2 } }, { claim: { revision: 3 } }]);
  });

  it("gets writes that were stored before a reload", async () => {
    const browser = makeBrowser();
    await browser.openTab().send(edit("first", "claim-1"));
    browser.answers.push(done("claim-1", 2));
    const reloaded = browser.openTab();
    await settle();
    expect(browser.sent()).toEqual(["first", "first"]);
    expect(reloaded.current().writes).toEqual([]);
  });

  it("gets writes of forms that are gone: they are reported before they are sent, and known afterwards", async () => {
    const browser = makeBrowser();
    await browser.openTab().send(edit("first", "claim-1"));
    browser.answers.push(done("claim-1", 2));
    const reloaded = browser.openTab(null);
    expect((await reloaded.allHandedOver()).map(({ key }) => key)).toEqual(["first"]);
    const reported: [string, number][] = [];
    reloaded.onHandedOver(({ key }) => reported.push([key, browser.requests.length]));
    reloaded.open("ada");
    await settle();
    expect(reported).toEqual([["first", 1]]);
    expect(reloaded.current().writes).toEqual([]);
    expect((await reloaded.allHandedOver()).map(({ key }) => key)).toEqual(["first"]);
  });

  it("gets a write of an open form, which is not reported, nor is one that it rejects", async () => {
    const browser = makeBrowser();
    const outbox = browser.openTab();
    const reported: string[] = [];
    outbox.onHandedOver(({ key }) => reported.push(key));
    browser.answers.push(done("claim-1", 2), err(refusal));
    await outbox.send(edit("first", "claim-1"));
    await outbox.send(edit("second", "claim-1"));
    await settle();
    expect(reported).toEqual([]);
    expect(await outbox.allHandedOver()).toEqual([]);
  });

  it("keeps an accepted write until what is stored of its form is removed", async () => {
    const browser = makeBrowser();
    const outbox = browser.openTab();
    const stored: [string, number][] = [];
    outbox.onAccepted(async ({ key }) => void stored.push([key, browser.stored.size]));
    browser.answers.push(done("claim-1", 2), err(refusal));
    await outbox.send(edit("first", "claim-1"));
    await outbox.send(edit("second", "claim-1"));
    await settle();
    expect(stored).toEqual([["first", 1]]);
    expect(browser.stored.size).toBe(0);
  });

  it("waits while the person is signed out", async () => {
    const browser = makeBrowser();
    const outbox = browser.openTab();
    browser.answers.push(err<Failure>({ kind: "unauthenticated", message: "Sign in." }), done("claim-1", 2));
    expect(await outbox.send(edit("first", "claim-1"))).toEqual({ kind: "queued" });
    await settle();
    expect(outbox.current().state).toBe("signed-out");
    await outbox.sendNow();
    expect(browser.stored.size).toBe(0);
  });
});

describe("tabs of one browser", () => {
  it("send one at a time, so that each write is sent once", async () => {
    const browser = makeBrowser();
    const answer = laterAnswer();
    browser.answers.push(answer.promise);
    const outcome = browser.openTab().send(edit("first", "claim-1"));
    await settle();
    const other = browser.openTab();
    await settle();
    expect(browser.sent()).toEqual(["first"]);
    answer.give(done("claim-1", 2));
    await outcome;
    await settle();
    expect(browser.sent()).toEqual(["first"]);
    expect(other.current()).toEqual({ state: "idle", writes: [] });
  });

  it("see the writes of the other tabs", async () => {
    const browser = makeBrowser();
    const other = browser.openTab();
    await browser.openTab().send(edit("first", "claim-1"));
    await settle();
    expect(other.current().writes.map(({ key }) => key)).toEqual(["first"]);
  });

  it("neither show nor send the writes of another person", async () => {
    const browser = makeBrowser();
    await browser.openTab("ada").send(edit("first", "claim-1"));
    browser.requests.length = 0;
    const grace = browser.openTab("grace");
    await settle();
    expect(grace.current().writes).toEqual([]);
    expect(browser.requests).toEqual([]);
  });
});

describe("a write that the server rejects", () => {
  it("goes back to the page that is waiting for it", async () => {
    const browser = makeBrowser();
    const outbox = browser.openTab();
    browser.answers.push(err(refusal));
    expect(await outbox.send(edit("first", "claim-1"))).toEqual({ kind: "refused", failure: refusal });
    expect(browser.stored.size).toBe(0);
  });

  it.each([413, 400])("with status %i is not sent again", async (status) => {
    const browser = makeBrowser();
    const outbox = browser.openTab();
    browser.answers.push({ status });
    expect(await outbox.send(edit("first", "claim-1"))).toMatchObject({
      kind: "refused",
      failure: { kind: "invalid" },
    });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(browser.requests).toHaveLength(1);
  });

  it("keeps its draft if no page is waiting, and holds back the writes that follow it", async () => {
    const browser = makeBrowser();
    const outbox = browser.openTab();
    const draft = { claimId: "claim-1" } as QueuedWrite["draft"];
    await outbox.send({ ...edit("first", "claim-1"), draft });
    await outbox.send(edit("second", "claim-1"));
    await outbox.send(edit("other", "claim-2"));
    await settle();
    browser.requests.length = 0;
    browser.answers.push(err(refusal), done("claim-2", 2));
    await outbox.sendNow();
    expect(browser.sent()).toEqual(["first", "other"]);
    expect(outbox.current().writes).toMatchObject([
      { key: "first", refused: refusal, draft },
      { key: "second", refused: null },
    ]);
  });

  it("is gone once it is dropped, with the writes that follow it", async () => {
    const browser = makeBrowser();
    const outbox = browser.openTab();
    await outbox.send(edit("first", "claim-1"));
    await outbox.send(edit("second", "claim-1"));
    await outbox.drop(["first", "second"]);
    expect(browser.stored.size).toBe(0);
    expect(outbox.current().writes).toEqual([]);
  });
});

describe("a write that an earlier build stored", () => {
  it.each([
    ["leave_out", "exclude"],
    ["take_in", "include"],
    ["approve", "approve"],
  ])("is sent with the review action %s as %s", async (storedAction, sentAction) => {
    const browser = makeBrowser();
    browser.stored.set("first", {
      ...edit("first", "claim-1"),
      write: {
        kind: "claim.review",
        input: {
          claimId: "claim-1",
          revision: 1,
          operationId: "first",
          action: storedAction as "exclude",
          note: "Off topic",
        },
      },
      key: "first",
      at: 1,
      actorId: "ada",
      refused: null,
      after: null,
    });
    browser.answers.push(done("claim-1", 2));
    browser.openTab();
    await settle();
    expect(browser.requests.map(({ write }) => write.input)).toEqual([
      { claimId: "claim-1", revision: 1, operationId: "first", action: sentAction, note: "Off topic" },
    ]);
  });
});
