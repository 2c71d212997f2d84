import { describe, expect, it } from "vitest";
import { BrowserStorage } from "./browser-storage";
import type { KeyValueDatabase } from "./key-value-database";
import type { StorageArea } from "./storage-area";

type Health = "works" | "full" | "blocked" | "missing";

const LARGE = "x".repeat(200_001);

const refusalOf = (health: Health) =>
  new DOMException(health, health === "blocked" ? "SecurityError" : "QuotaExceededError");

/** A browser whose storage and overflow can be full or blocked, and what they hold. */
function makeBrowser(health: { direct?: Health; overflow?: Health } = {}) {
  const state = { direct: "works" as Health, overflow: "works" as Health, ...health };
  const direct = new Map<string, string>();
  const overflow = new Map<string, string>();
  const losses: string[] = [];
  const area: StorageArea = {
    get length() {
      return direct.size;
    },
    key: (index) => [...direct.keys()][index] ?? null,
    getItem: (key) => direct.get(key) ?? null,
    setItem(key, text) {
      if (state.direct === "full") throw refusalOf("full");
      direct.set(key, text);
    },
    removeItem: (key) => void direct.delete(key),
  };
  const check = () => {
    if (state.overflow !== "works") throw refusalOf(state.overflow);
  };
  const database: KeyValueDatabase<string> = {
    async entries() {
      check();
      return [...overflow];
    },
    async set(key, text) {
      check();
      overflow.set(key, text);
    },
    async delete(key) {
      check();
      overflow.delete(key);
    },
  };
  const openPage = () =>
    new BrowserStorage({
      open() {
        if (state.direct === "blocked") throw refusalOf("blocked");
        return state.direct === "missing" ? undefined : area;
      },
      overflow: database,
      onLoss: (cause) => losses.push((cause as Error).name),
    });
  return { state, direct, overflow, losses, openPage };
}

describe("a text that is stored", () => {
  it.each<
    [string, Parameters<typeof makeBrowser>[0], string, { now: boolean; later: boolean; lost: string[] }]
  >([
    ["in a working browser", {}, "text", { now: true, later: true, lost: [] }],
    ["that is large", {}, LARGE, { now: true, later: true, lost: [] }],
    ["in a full browser", { direct: "full" }, "text", { now: true, later: true, lost: [] }],
    [
      "in a browser that is full everywhere",
      { direct: "full", overflow: "full" },
      "text",
      { now: true, later: false, lost: ["QuotaExceededError"] },
    ],
    [
      "in a browser that blocks storage",
      { direct: "blocked", overflow: "blocked" },
      "text",
      { now: true, later: false, lost: ["SecurityError"] },
    ],
    ["large, without a database", { overflow: "blocked" }, LARGE, { now: true, later: true, lost: [] }],
    [
      "large, in a full browser without a database",
      { direct: "full", overflow: "blocked" },
      LARGE,
      { now: true, later: false, lost: ["SecurityError"] },
    ],
    ["on a server", { direct: "missing" }, "text", { now: false, later: false, lost: [] }],
  ])("%s", async (_, health, text, { now, later, lost }) => {
    const browser = makeBrowser(health);
    const page = browser.openPage();
    await page.ready();
    const stored = page.set("a", text);
    expect(page.get("a")).toBe(now ? text : null);
    expect(await stored).toBe(later);
    expect(browser.losses).toEqual(lost);
    const reloaded = browser.openPage();
    await reloaded.ready();
    expect(reloaded.get("a")).toBe(later ? text : null);
    expect(reloaded.keys("a")).toEqual(later ? ["a"] : []);
  });

  it.each<[string, Parameters<typeof makeBrowser>[0], string]>([
    ["in a working browser", {}, "text"],
    ["in the overflow", {}, LARGE],
    ["in memory", { direct: "blocked", overflow: "blocked" }, "text"],
  ])("%s is removed, now and after a reload", async (_, health, text) => {
    const browser = makeBrowser(health);
    const page = browser.openPage();
    await page.set("a", text);
    page.remove("a");
    expect(page.get("a")).toBeNull();
    const reloaded = browser.openPage();
    await reloaded.ready();
    expect(reloaded.get("a")).toBeNull();
  });
});

describe("a text that outgrows the browser's own storage", () => {
  it("moves to the overflow, and stays there while it shrinks", async () => {
    const browser = makeBrowser();
    const page = browser.openPage();
    await page.ready();
    await page.set("a", "small");
    expect([...browser.direct.keys(), ...browser.overflow.keys()]).toEqual(["a"]);
    await page.set("a", LARGE);
    expect([browser.direct.size, browser.overflow.get("a")]).toEqual([0, LARGE]);
    await page.set("a", "small again");
    expect([browser.direct.size, browser.overflow.get("a")]).toEqual([0, "small again"]);
    page.remove("a");
    await page.set("a", "next");
    expect(browser.direct.get("a")).toBe("next");
  });

  it("is there if the page is left before the overflow has it", async () => {
    const browser = makeBrowser();
    const page = browser.openPage();
    await page.ready();
    void page.set("a", LARGE);
    expect(browser.openPage().get("a")).toBe(LARGE);
  });

  it("is not lost when the overflow fails: what fitted last is still there after a reload", async () => {
    const browser = makeBrowser({ overflow: "full" });
    const page = browser.openPage();
    await page.set("a", "small");
    browser.state.direct = "full";
    expect(await page.set("a", LARGE)).toBe(false);
    expect(page.get("a")).toBe(LARGE);
    expect(browser.openPage().get("a")).toBe("small");
  });
});

it("what is typed before the overflow was read wins over what was in it", async () => {
  const browser = makeBrowser();
  browser.overflow.set("a", "older").set("b", "older").set("c", "older");
  const page = browser.openPage();
  await page.set("a", "newer");
  page.remove("b");
  await page.ready();
  expect(["a", "b", "c"].map((key) => page.get(key))).toEqual(["newer", null, "older"]);
});

it.each<[Health, string[]]>([
  ["works", []],
  ["full", []],
  ["blocked", ["SecurityError"]],
  ["missing", []],
])("a browser whose storage is %s reports %j before anything is typed", (direct, losses) => {
  const browser = makeBrowser({ direct });
  browser.openPage().probe();
  expect(browser.losses).toEqual(losses);
});
