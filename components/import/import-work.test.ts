import { describe, expect, it } from "vitest";
import type { ReadArticle } from "./import-types";
import { EMPTY_DRAFT } from "./import-types";
import { isWork, NO_WORK, type StoredItem, storedItems } from "./import-work";
import type { ImportItem } from "./use-import-queue";

const draft = { ...EMPTY_DRAFT, title: "Trade rose" };
const read: ReadArticle = { ...draft, words: 2, notes: [], known: null };
const ready = { kind: "ready", read, draft } as const;
const address = { address: "https://example.org/a" };
const file = { file: new File(["a"], "a.txt") };

it.each<[string, Omit<ImportItem, "id" | "name">, Omit<StoredItem, "name"> | null]>([
  ["waiting", { input: address, state: { kind: "waiting" } }, { input: address, state: { kind: "waiting" } }],
  [
    "being read: it is read again",
    { input: address, state: { kind: "reading", step: "fetching" } },
    { input: address, state: { kind: "waiting" } },
  ],
  [
    "that failed",
    { input: address, state: { kind: "failed", message: "No answer." } },
    { input: address, state: { kind: "failed", message: "No answer." } },
  ],
  ["of a page that was read", { input: address, state: ready }, { input: null, state: ready }],
  ["of a file that was read", { input: file, state: ready }, { input: null, state: ready }],
  ["of a file that was not read", { input: file, state: { kind: "waiting" } }, null],
  ["that is done", { input: address, state: { kind: "imported", articleId: "a" } }, null],
])("stores an import %s", (_, item, stored) => {
  expect(storedItems([{ id: 1, name: "a", ...item }]).map((each) => each.stored)).toEqual(
    stored ? [{ name: "a", ...stored }] : [],
  );
});

describe("isWork", () => {
  const item = (state: unknown) => [{ name: "a", input: null, state }] as StoredItem[];
  it.each<[string, unknown, boolean]>([
    ["nothing", NO_WORK, true],
    ["a title", { ...NO_WORK, own: draft }, true],
    ["an article under review", { ...NO_WORK, items: item(ready), open: 0 }, true],
    ["an import that failed", { ...NO_WORK, items: item({ kind: "failed", message: "No answer." }) }, true],
    ["a review of nothing", { ...NO_WORK, open: 0 }, false],
    ["a review of what failed", { ...NO_WORK, items: item({ kind: "failed", message: "" }), open: 0 }, false],
    ["an unknown state", { ...NO_WORK, items: item({ kind: "queued" }) }, false],
    ["a damaged import", { ...NO_WORK, items: [null] }, false],
    ["a missing field", { ...NO_WORK, own: { ...draft, title: undefined } }, false],
    [
      "a text that the schema refuses",
      { ...NO_WORK, own: { ...draft, doc: { type: "doc", content: [{ type: "marquee" }] } } },
      false,
    ],
  ])("%s: %#", (_, work, expected) => {
    expect(isWork(work as typeof NO_WORK)).toBe(expected);
  });
});
