// @vitest-environment jsdom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Toolbar } from "./toolbar";

let host: HTMLElement;
let render: (names: string[]) => void;
let unmount: () => void;

beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  host = document.body.appendChild(document.createElement("div"));
  const root = createRoot(host);
  unmount = () => root.unmount();
  render = (names) =>
    act(() =>
      root.render(
        <Toolbar label="Format">
          {names.map((name) => (
            <button key={name} type="button" disabled={name === "Off"}>
              {name}
            </button>
          ))}
        </Toolbar>,
      ),
    );
});
afterEach(() => {
  act(() => unmount());
  host.remove();
  vi.unstubAllGlobals();
});

const focused = () => document.activeElement?.textContent;
const stops = () =>
  [...host.querySelectorAll("button")]
    .filter(({ tabIndex }) => tabIndex === 0)
    .map((each) => each.textContent);
const press = (key: string, modifiers: KeyboardEventInit = {}) =>
  act(() =>
    document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, ...modifiers })),
  );

test.each<[string[], string]>([
  [["ArrowRight"], "Italic"],
  [["ArrowRight", "ArrowRight"], "List"],
  [["ArrowRight", "ArrowLeft"], "Bold"],
  [["ArrowLeft"], "List"],
  [["End"], "List"],
  [["End", "ArrowRight"], "Bold"],
  [["End", "Home"], "Bold"],
  [["x"], "Bold"],
])("%j moves to %s, the only stop of Tab", (keys, expected) => {
  render(["Bold", "Italic", "Off", "List"]);
  act(() => host.querySelector("button")?.focus());
  for (const key of keys) press(key);
  expect(focused()).toBe(expected);
  expect(stops()).toEqual([expected]);
});

test("keys with a modifier are left to the browser", () => {
  render(["Bold", "Italic"]);
  act(() => host.querySelector("button")?.focus());
  press("ArrowRight", { altKey: true });
  expect(focused()).toBe("Bold");
});

test("when the button that Tab stops at is gone, it stops at the first one", () => {
  render(["Bold", "Italic"]);
  act(() => host.querySelector("button")?.focus());
  press("End");
  render(["Bold", "Link"]);
  expect(stops()).toEqual(["Bold"]);
});
