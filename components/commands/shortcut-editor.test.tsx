// @vitest-environment jsdom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  applyShortcutChange,
  DEFAULT_SHORTCUTS,
  type ShortcutChange,
  type Shortcuts,
} from "@/lib/personal/shortcuts";
import { words } from "@/lib/words/words";
import type { Command } from "./command";
import { HintWithKey } from "./hint-with-key";
import { ShortcutEditor } from "./shortcut-editor";
import { ShortcutsProvider } from "./shortcuts-context";

const command = (id: string, label: string, keys?: string): Command => ({
  id,
  label,
  group: "Claims",
  run: () => undefined,
  ...(keys ? { keys } : {}),
});
const COMMANDS = [
  command("mark", "Mark", "m"),
  command("next", "Next", "n"),
  command("undo", "Undo", "mod+z"),
  command("split", "Split"),
];

let host: HTMLElement;
let unmount: () => void;
let stored: Shortcuts;
let fails: boolean;

beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  vi.stubGlobal("BroadcastChannel", undefined);
  host = document.body.appendChild(document.createElement("div"));
  stored = DEFAULT_SHORTCUTS;
  fails = false;
});
afterEach(() => {
  act(() => unmount());
  host.remove();
  vi.unstubAllGlobals();
});

async function open(initial: Shortcuts = DEFAULT_SHORTCUTS): Promise<void> {
  stored = initial;
  const root = createRoot(host);
  unmount = () => root.unmount();
  const save = async (change: ShortcutChange) => {
    if (fails) return { ok: false as const, error: { kind: "unavailable" as const, message: "No server." } };
    stored = applyShortcutChange(stored, change);
    return { ok: true as const, value: stored };
  };
  await act(async () =>
    root.render(
      <ShortcutsProvider personId="ada" stored={initial} save={save}>
        <ShortcutEditor
          commands={COMMANDS}
          fixed={[
            ["1 … 9", "Verdict", "single"],
            ["Alt + 1", "In the form"],
          ]}
        />
        <div id="hint">
          <HintWithKey t={words("claims")} message="panel.empty" command="mark" keys="m" />
        </div>
      </ShortcutsProvider>,
    ),
  );
}

const rows = () => [...host.querySelectorAll("li")];
const rowOf = (label: string) =>
  rows().find((row) => row.firstElementChild?.textContent === label) as HTMLElement;
const keysOf = (label: string) => rowOf(label).children[1]?.textContent;
const button = (label: string, name: string) =>
  [...rowOf(label).querySelectorAll("button")].find((each) => each.textContent?.startsWith(name));
const click = async (label: string, name: string) => act(async () => button(label, name)?.click());
const press = async (key: string, held: KeyboardEventInit = {}) => {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...held });
  await act(async () => void document.activeElement?.dispatchEvent(event));
  return event;
};
const alertText = () => host.querySelector("[role=alert]")?.textContent;

describe("after Change", () => {
  test.each<[string, string, KeyboardEventInit, string, Shortcuts["keys"]]>([
    ["another letter", "k", {}, "K", { mark: "k" }],
    ["a chord", "m", { altKey: true }, "Alt + M", { mark: "alt+m" }],
    ["Backspace", "Backspace", {}, "no key", { mark: null }],
    ["Escape", "Escape", {}, "M", {}],
    ["its own key", "m", {}, "M", {}],
  ])("%s", async (_, key, held, shown, keys) => {
    await open();
    await click("Mark", "Change");
    expect((await press(key, held)).defaultPrevented).toBe(true);
    expect(keysOf("Mark")).toBe(shown);
    expect(stored.keys).toEqual(keys);
    expect(document.activeElement).toBe(button("Mark", "Change"));
  });

  test.each<[string, string, KeyboardEventInit, RegExp]>([
    ["a key of the browser", "t", { ctrlKey: true }, /browser or the system uses Ctrl\/⌘ \+ T/],
    ["a key of text fields", "c", { ctrlKey: true }, /needed to edit text/],
    ["a key of buttons", "Enter", {}, /needed to use buttons/],
    ["a key that is always the same", "1", { altKey: true }, /always means: In the form/],
  ])("%s is refused with the reason", async (_, key, held, reason) => {
    await open();
    await click("Mark", "Change");
    await press(key, held);
    expect(alertText()).toMatch(reason);
    expect(stored.keys).toEqual({});
    await press("k");
    expect(stored.keys).toEqual({ mark: "k" });
  });

  test("a key that another command has is named, and changes hands when it is confirmed", async () => {
    await open();
    await click("Mark", "Change");
    await press("n");
    expect(alertText()).toBe("N is used by “Next”. If you use it here, that command has no key.");
    await click("Mark", "Use it here");
    expect([keysOf("Mark"), keysOf("Next")]).toEqual(["N", "no key"]);
    await click("Next", "Reset");
    expect([keysOf("Mark"), keysOf("Next")]).toEqual(["no key", "N"]);
  });

  test("Tab leaves it", async () => {
    await open();
    await click("Mark", "Change");
    expect((await press("Tab")).defaultPrevented).toBe(false);
    expect(stored.keys).toEqual({});
  });
});

test("single-letter keys that are off are shown as off, also in hints, and can't be chosen", async () => {
  await open({ singleKeys: false, keys: {} });
  expect(["Mark", "Undo", "Split"].map(keysOf)).toEqual(["off", "Ctrl/⌘ + Z", "no key"]);
  expect(rowOf("Verdict")).toBeUndefined();
  expect(host.querySelector("#hint")?.textContent).not.toContain("press M");
  await click("Mark", "Change");
  await press("k");
  expect(alertText()).toMatch(/Single-letter keys are off/);
});

test("hints show the person's key", async () => {
  await open({ singleKeys: true, keys: { mark: "alt+j" } });
  expect(host.querySelector("#hint")?.textContent).toContain("press Alt + J");
});

test("a change that could not be stored is undone, and the reason shown", async () => {
  await open();
  fails = true;
  await click("Mark", "Change");
  await press("k");
  expect(keysOf("Mark")).toBe("M");
  expect(alertText()).toBe("No server.");
});
