import { describe, expect, test } from "vitest";
import {
  applyShortcutChange,
  DEFAULT_SHORTCUTS,
  keyChange,
  problemWith,
  readShortcuts,
  type Shortcuts,
  shortcutChange,
  withShortcuts,
} from "./shortcuts";

const MARK = { id: "mark", keys: "m" };
const NEXT = { id: "next", keys: "n" };
const UNDO = { id: "undo", keys: "mod+z" };
const SPLIT = { id: "split" };
const ALL = [MARK, NEXT, UNDO, SPLIT];
const own = (keys: Shortcuts["keys"], singleKeys = true): Shortcuts => ({ singleKeys, keys });
const shown = (shortcuts: Shortcuts) =>
  withShortcuts(ALL as { id: string; keys?: string }[], shortcuts)
    .map(({ keys = "-" }) => keys)
    .join(" ");

test.each<[string, Shortcuts, string]>([
  ["the default", DEFAULT_SHORTCUTS, "m n mod+z -"],
  ["another key", own({ mark: "k" }), "k n mod+z -"],
  ["no key", own({ mark: null }), "- n mod+z -"],
  ["a key for a command without", own({ split: "alt+s" }), "m n mod+z alt+s"],
  ["the default key of another command", own({ mark: "n" }), "n - mod+z -"],
  ["two keys swapped", own({ mark: "n", next: "m" }), "n m mod+z -"],
  ["single keys off", own({}, false), "- - mod+z -"],
  ["single keys off, one replaced", own({ mark: "alt+m" }, false), "alt+m - mod+z -"],
  ["an unknown command", own({ gone: "m" }), "m n mod+z -"],
])("keys with %s", (_, shortcuts, expected) => {
  expect(shown(shortcuts)).toBe(expected);
});

test.each<[string, string, Shortcuts, ReturnType<typeof problemWith>]>([
  ["a free key", "k", own({}), null],
  ["its own key", "m", own({}), null],
  ["the key of another command", "n", own({}), { kind: "taken", by: NEXT }],
  ["a key that another command no longer has", "n", own({ next: "j" }), null],
  [
    "the new key of another command",
    "j",
    own({ next: "j" }),
    { kind: "taken", by: { id: "next", keys: "j" } },
  ],
  ["a key of the browser", "mod+t", own({}), { kind: "reserved", reason: "browser" }],
  ["a single key while these are off", "k", own({}, false), { kind: "single-off" }],
  ["another key while single ones are off", "alt+k", own({}, false), null],
])("%s for a command", (_, chord, shortcuts, expected) => {
  expect(problemWith(MARK, chord, ALL, shortcuts)).toEqual(expected);
});

describe("changes", () => {
  test.each<[string, Shortcuts, string | null, string]>([
    ["another key", own({}), "k", "k n mod+z -"],
    ["no key", own({}), null, "- n mod+z -"],
    ["a key that another command has", own({}), "n", "n - mod+z -"],
    ["the default key again", own({ mark: "k" }), "m", "m n mod+z -"],
    ["the default key, which another command has now", own({ mark: null, next: "m" }), "m", "m - mod+z -"],
  ])("to %s", (_, before, keys, expected) => {
    expect(shown(applyShortcutChange(before, keyChange(MARK, keys, ALL, before)))).toBe(expected);
  });

  test.each<[string, { id: string; keys?: string }, string | null, ReturnType<typeof keyChange>]>([
    ["another key", MARK, "k", { keys: { mark: "k" } }],
    ["no key", MARK, null, { keys: { mark: null } }],
    ["the default key, which is reset", MARK, "m", { keys: {}, reset: ["mark"] }],
    ["a key that another command loses", MARK, "n", { keys: { next: null, mark: "n" } }],
    ["a key for a command without", SPLIT, "alt+s", { keys: { split: "alt+s" } }],
    ["no key for a command without", SPLIT, null, { keys: { split: null } }],
  ])("name what has to change: %s", (_, command, keys, expected) => {
    expect(keyChange(command, keys, ALL, own({}))).toEqual(expected);
  });

  test("change only what they name", () => {
    const before = own({ mark: "k", next: "j" }, false);
    expect(applyShortcutChange(before, { keys: { mark: "shift+mod+y" } })).toEqual(
      own({ next: "j", mark: "mod+shift+y" }, false),
    );
    expect(applyShortcutChange(before, { singleKeys: true }).keys).toEqual(before.keys);
    expect(applyShortcutChange(before, { reset: ["next"] }).keys).toEqual({ mark: "k" });
    expect(applyShortcutChange(before, { reset: "all" })).toEqual(own({}, false));
  });

  test("are bounded", () => {
    const many = (from: number) =>
      Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`c${from + index}`, "k"]));
    const twice = applyShortcutChange(applyShortcutChange(DEFAULT_SHORTCUTS, { keys: many(0) }), {
      keys: many(200),
    });
    expect(Object.keys(twice.keys)).toHaveLength(300);
    expect(twice.keys.c399).toBe("k");
  });
});

test.each<[string, unknown, boolean]>([
  ["a key", { keys: { mark: "alt+m" } }, true],
  ["no key", { keys: { mark: null } }, true],
  ["a symbol", { keys: { mark: "é" } }, true],
  ["a function key", { keys: { mark: "f10" } }, true],
  ["text", { keys: { mark: "hello world" } }, false],
  ["a long text", { keys: { mark: "m".repeat(50) } }, false],
  ["markup as a command", { keys: { "<b>": "m" } }, false],
  ["a long command", { keys: { ["m".repeat(90)]: "m" } }, false],
  [
    "too many keys",
    { keys: Object.fromEntries(Array.from({ length: 301 }, (_, n) => [`c${n}`, "m"])) },
    false,
  ],
])("a change with %s is valid: %s", (_, change, expected) => {
  expect(shortcutChange.safeParse(change).success).toBe(expected);
});

test.each<[string, unknown, Shortcuts]>([
  ["nothing", {}, DEFAULT_SHORTCUTS],
  [
    "what was stored",
    { singleKeys: false, keys: { mark: "k", next: null } },
    own({ mark: "k", next: null }, false),
  ],
  ["an invalid key", { keys: { mark: 7, next: "j" } }, own({ next: "j" })],
  ["another shape", ["m"], DEFAULT_SHORTCUTS],
  ["null", null, DEFAULT_SHORTCUTS],
])("reads %s", (_, value, expected) => {
  expect(readShortcuts(value)).toEqual(expected);
});
