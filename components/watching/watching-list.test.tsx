// @vitest-environment jsdom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ShortcutsProvider } from "@/components/commands/shortcuts-context";
import { DEFAULT_SHORTCUTS, type Shortcuts } from "@/lib/personal/shortcuts";
import { err, ok } from "@/lib/result";
import type { Flag, FlagKind } from "@/lib/watching/flag";
import type { FlagActions } from "./watching-actions";
import { WatchingList } from "./watching-list";

let root: Root;
let box: HTMLElement;
beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  localStorage.clear();
  box = document.body.appendChild(document.createElement("main"));
  box.id = "content";
  box.tabIndex = -1;
  root = createRoot(box);
});
afterEach(() => {
  act(() => root.unmount());
  box.remove();
  localStorage.clear();
  vi.unstubAllGlobals();
});

const flagOf = (id: string, kind: FlagKind, claim = true): Flag => ({
  id,
  kind,
  article: { id: "a", title: "Trade" },
  claim: claim
    ? { id: `c-${id}`, number: 1, statement: `Statement ${id}`, state: "approved", revision: 1 }
    : null,
  source: null,
  cause: null,
  owner: null,
  detail: {},
  madeAt: "2026-12-03T10:00:00.000Z",
  resolvedAt: null,
  resolvedBy: null,
  outcome: null,
  note: null,
});

function open(
  flags: Flag[],
  confirmFlag: FlagActions["confirmFlag"] = async () => ok(null),
  shortcuts = DEFAULT_SHORTCUTS,
) {
  const actions: FlagActions = {
    confirmFlag,
    reopenFlagged: async () => ok(null),
  };
  act(() =>
    root.render(
      <ShortcutsProvider personId="me" stored={shortcuts} save={async () => ok(shortcuts)}>
        <WatchingList flags={flags} empty="Nothing left." actions={actions} />
      </ShortcutsProvider>,
    ),
  );
  const head = (id: string) => box.querySelector<HTMLElement>(`[data-flag="${id}"]`);
  const press = async (key: string, init: KeyboardEventInit = {}) =>
    act(async () => {
      document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, ...init }));
    });
  return { head, press };
}

test.each<[string, string[], string]>([
  ["down", ["ArrowDown"], "b"],
  ["down and up", ["ArrowDown", "ArrowUp"], "a"],
  ["not past the end", ["ArrowDown", "ArrowDown"], "b"],
  ["not past the start", ["ArrowUp"], "a"],
])("the arrows move %s", async (_, keys, expected) => {
  const { head, press } = open([flagOf("a", "idle"), flagOf("b", "review_due")]);
  head("a")?.focus();
  for (const key of keys) await press(key);
  expect(document.activeElement).toBe(head(expected));
});

test.each<[FlagKind, boolean, string, boolean]>([
  // kind, of a claim, key, whether it opens something
  ["review_due", true, "y", true],
  ["review_due", true, "r", true],
  ["review_due", true, "d", false],
  ["review_due", false, "r", false],
  ["excerpt_gone", true, "d", true],
  ["idle", true, "r", false],
])("%s (of a claim: %s): the key %s opens something: %s", async (kind, ofClaim, key, opens) => {
  const { head, press } = open([flagOf("a", kind, ofClaim)]);
  head("a")?.focus();
  const before = box.innerHTML.length;
  await press(key);
  expect(box.innerHTML.length !== before).toBe(opens);
});

test("a key with Control is left to the browser", async () => {
  const { head, press } = open([flagOf("a", "review_due")]);
  head("a")?.focus();
  await press("y", { ctrlKey: true });
  expect(box.querySelector("form")).toBeNull();
});

test.each<[string, Partial<Shortcuts>, string, boolean]>([
  ["the key of one's own", { keys: { "watching-confirm": "g" } }, "g", true],
  ["the default after another was chosen", { keys: { "watching-confirm": "g" } }, "y", false],
  ["the default with single keys off", { singleKeys: false }, "y", false],
])("%s", async (_, own, key, opens) => {
  const { head, press } = open([flagOf("a", "review_due")], undefined, { ...DEFAULT_SHORTCUTS, ...own });
  head("a")?.focus();
  await press(key);
  expect(box.querySelector("form") !== null).toBe(opens);
});

test("a resolved row goes, the focus moves to the next, then to the one before, then to the page", async () => {
  const { head, press } = open([flagOf("a", "idle"), flagOf("b", "idle"), flagOf("c", "idle")]);
  const resolve = async (id: string) => {
    head(id)?.focus();
    await press("y");
    await act(async () => box.querySelector("form")?.requestSubmit());
  };
  await resolve("b");
  expect(head("b")).toBeNull();
  expect(document.activeElement).toBe(head("c"));
  await resolve("c");
  expect(document.activeElement).toBe(head("a"));
  await resolve("a");
  expect(document.activeElement).toBe(box);
  expect(box.textContent).toContain("Nothing left.");
});

test("a refusal is shown, and the row stays", async () => {
  const { head, press } = open([flagOf("a", "idle")], async () =>
    err({ kind: "stale", message: "Bo resolved this in the meantime.", current: null }),
  );
  head("a")?.focus();
  await press("y");
  await act(async () => box.querySelector("form")?.requestSubmit());
  expect(box.querySelector('[role="alert"]')?.textContent).toBe("Bo resolved this in the meantime.");
  expect(head("a")).not.toBeNull();
});
