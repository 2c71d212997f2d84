import { describe, expect, it } from "vitest";
import type { KeyValueDatabase } from "./key-value-database";
import type { StorageArea } from "./storage-area";
import { withEdits } from "./with-edits";

const text = Array.from({ length: 6000 }, (_, index) => `Sentence ${index} of a long article.`).join(" ");
const otherText = Array.from({ length: 6000 }, (_, index) => `Line ${index}, typed by hand.`).join(" ");

/** A browser whose database writes only when it is let, and what both of its storages hold. */
function makeBrowser() {
  const stored = new Map<string, string>();
  const beside = new Map<string, string>();
  const state = { isFull: false, refuses: false };
  const waiting: (() => void)[] = [];
  let writes = 0;
  /** A page that is left never sees its writes answered. */
  const later = (write: () => void) =>
    new Promise<void>((resolve, reject) => {
      waiting.push(() => {
        if (state.refuses) return reject(new DOMException("full", "QuotaExceededError"));
        write();
        resolve();
      });
    });
  const database: KeyValueDatabase<string> = {
    entries: async () => [...stored],
    set: (key, value) => {
      writes++;
      return later(() => stored.set(key, value));
    },
    delete: (key) => later(() => stored.delete(key)),
  };
  const area: StorageArea = {
    length: 0,
    key: () => null,
    getItem: (key) => beside.get(key) ?? null,
    setItem(key, value) {
      if (state.isFull) throw new DOMException("full", "QuotaExceededError");
      beside.set(key, value);
    },
    removeItem: (key) => void beside.delete(key),
  };
  return {
    state,
    stored,
    beside,
    writes: () => writes,
    openPage: () => withEdits(database, () => area),
    /** Lets the database do the next of what waits. */
    async write() {
      waiting.shift()?.();
      for (let turn = 0; turn < 10; turn++) await Promise.resolve();
    },
    /** Leaves the page: what waits is never done. */
    leave: () => void waiting.splice(0),
  };
}

async function started() {
  const browser = makeBrowser();
  const page = browser.openPage();
  const set = page.set("a", text);
  await browser.write();
  await set;
  return { browser, page };
}

/** What a page that is opened now finds. */
const found = (browser: ReturnType<typeof makeBrowser>) => browser.openPage().entries();

describe("after the page is left at once", () => {
  it.each<[string, string[]]>([
    ["the last letter is there", [`${text}!`]],
    ["edits far from each other are there", [`A ${text}`, `A ${text} Z`]],
    ["a text that was emptied is empty", [""]],
    ["a text that is as it was is there", [`${text}!`, text]],
  ])("%s", async (_, texts) => {
    const { browser, page } = await started();
    for (const each of texts) void page.set("a", each);
    browser.leave();
    expect(await found(browser)).toEqual([["a", texts.at(-1)]]);
    expect(browser.writes()).toBe(1);
  });

  it("what was typed after many edits were being written is there, whether they arrived or not", async () => {
    const { browser, page } = await started();
    const long = `${text}${"new ".repeat(11_000)}`;
    void page.set("a", long);
    void page.set("a", `${long}${"x".repeat(9_000)}`);
    void page.set("a", `${long}${"x".repeat(9_000)}!`);
    expect(browser.writes()).toBe(2);
    // The edits since the first text are too many: they are those from before the second was written.
    expect(await found(browser)).toEqual([["a", long]]);
    await browser.write();
    browser.leave();
    expect(await found(browser)).toEqual([["a", `${long}${"x".repeat(9_000)}!`]]);
  });

  it("what was removed is not there, and can be stored again", async () => {
    const { browser, page } = await started();
    void page.delete("a");
    browser.leave();
    const next = browser.openPage();
    expect(await next.entries()).toEqual([]);
    await browser.write();
    expect([browser.stored.size, browser.beside.size]).toEqual([0, 0]);
    void next.set("a", otherText);
    await browser.write();
    expect(await found(browser)).toEqual([["a", otherText]]);
  });

  it("a text stored right after a removal is there", async () => {
    const { browser, page } = await started();
    void page.delete("a");
    void page.set("a", otherText);
    await browser.write();
    await browser.write();
    expect(await found(browser)).toEqual([["a", otherText]]);
    expect(browser.beside.size).toBe(0);
  });
});

it("edits that a later page makes are edits of the same text", async () => {
  const { browser, page } = await started();
  void page.set("a", `${text} One.`);
  const next = browser.openPage();
  await next.entries();
  void next.set("a", `${text} One. Two.`);
  expect(await found(browser)).toEqual([["a", `${text} One. Two.`]]);
  expect(browser.writes()).toBe(1);
});

it("edits of a text that another tab replaced are left out", async () => {
  const { browser, page } = await started();
  void page.set("a", `${text}!`);
  browser.stored.set("a", otherText);
  expect(await found(browser)).toEqual([["a", otherText]]);
});

it("a browser without room for edits writes each text", async () => {
  const { browser, page } = await started();
  browser.state.isFull = true;
  const set = page.set("a", `${text}!`);
  await browser.write();
  await set;
  expect(browser.stored.get("a")).toBe(`${text}!`);
});

it.each([
  ["that it has stays removed", true],
  ["that it was never given leaves nothing", false],
])("a database that refuses to remove a text %s", async (_, isKnown) => {
  const { browser, page } = await started();
  browser.state.refuses = true;
  const refused = expect((isKnown ? page : browser.openPage()).delete(isKnown ? "a" : "b")).rejects.toThrow(
    "full",
  );
  await browser.write();
  await refused;
  expect(browser.beside.size).toBe(isKnown ? 1 : 0);
  expect(await found(browser)).toEqual(isKnown ? [] : [["a", text]]);
  browser.leave();
});

it("a write that is refused says so, and the next one is tried", async () => {
  const browser = makeBrowser();
  const page = browser.openPage();
  browser.state.refuses = true;
  const refused = expect(page.set("a", text)).rejects.toThrow("full");
  await browser.write();
  await refused;
  browser.state.refuses = false;
  const set = page.set("a", otherText);
  await browser.write();
  await set;
  expect(browser.stored.get("a")).toBe(otherText);
});

it.each(["not json", "null", "{}", `{"edits":[{"of":1}]}`, `{"edits":[{"of":"x","changes":[["a"]]}]}`])(
  "damaged edits are left out: %s",
  async (damaged) => {
    const { browser } = await started();
    browser.beside.set("obelus:edits:a", damaged);
    expect(await found(browser)).toEqual([["a", text]]);
  },
);
