// @vitest-environment jsdom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { applyShortcutChange, DEFAULT_SHORTCUTS, type ShortcutChange } from "@/lib/personal/shortcuts";
import type { Command } from "./command";
import type { LoadEveryCommand } from "./every-command";
import { ShortcutSheet } from "./shortcut-sheet";
import { ShortcutsProvider } from "./shortcuts-context";

const command = (id: string, label: string, keys: string): Command => ({
  ...{ id, label, keys },
  group: "Claims",
  run: () => undefined,
});
const ON_PAGE = [command("board", "Go to the board", "b"), command("find", "Find", "f")];
const every: LoadEveryCommand = async () => ({
  commands: [...ON_PAGE, command("mark", "Mark", "m")],
  around: [
    { where: "While the checklist is open", commands: [command("tick", "Tick off", "x")], wins: false },
    { where: "In the list of claims", commands: [command("list-next", "Next", "j")], wins: true },
  ],
});

let unmount = () => {};
let stored = DEFAULT_SHORTCUTS;
beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  vi.stubGlobal("BroadcastChannel", undefined);
  stored = DEFAULT_SHORTCUTS;
});
afterEach(() => {
  act(() => unmount());
  document.body.replaceChildren();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

async function open(loadEvery: LoadEveryCommand) {
  const root = createRoot(document.body.appendChild(document.createElement("div")));
  unmount = () => root.unmount();
  const save = async (change: ShortcutChange) => {
    stored = applyShortcutChange(stored, change);
    return { ok: true as const, value: stored };
  };
  await act(async () =>
    root.render(
      <ShortcutsProvider personId="ada" stored={DEFAULT_SHORTCUTS} save={save}>
        <ShortcutSheet commands={ON_PAGE} fixed={[]} loadEvery={loadEvery} onClose={() => {}} />
      </ShortcutsProvider>,
    ),
  );
}

const rows = () => [...document.querySelectorAll("li")];
async function choose(label: string, key: string) {
  const row = rows().find((each) => each.firstElementChild?.textContent === label);
  await act(async () => row?.querySelector("button")?.click());
  await act(
    async () =>
      void document.activeElement?.dispatchEvent(
        new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }),
      ),
  );
}
const alertText = () => document.querySelector("[role=alert]")?.textContent;

test.each([
  ["a command of this page", "f", "F is used by “Find”. If you use it here, that command has no key."],
  ["a command of another page", "m", "M is used by “Mark”. If you use it here, that command has no key."],
  [
    "a command of the checklist",
    "x",
    "X also runs “Tick off”. While the checklist is open, only “Go to the board” would run.",
  ],
  [
    "a command of a part of a page",
    "j",
    "J also runs “Next”. In the list of claims, only that command runs.",
  ],
])("a key of %s is named where the key is chosen", async (_, key, text) => {
  await open(every);
  await choose("Go to the board", key);
  expect(alertText()).toBe(text);
  expect(stored.keys).toEqual({});
});

test("a free key is chosen at once, and only the commands of this page are listed", async () => {
  await open(every);
  expect(rows().map((row) => row.firstElementChild?.textContent)).toEqual(["Go to the board", "Find"]);
  await choose("Go to the board", "k");
  expect(alertText()).toBeUndefined();
  expect(stored.keys).toEqual({ board: "k" });
});

test("without the commands of other pages, the keys of this page can be changed", async () => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
  await open(async () => {
    throw new TypeError("Failed to fetch");
  });
  await choose("Go to the board", "k");
  expect(stored.keys).toEqual({ board: "k" });
});
