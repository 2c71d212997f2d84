// @vitest-environment jsdom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { words } from "@/lib/words/words";
import { HintWithKey } from "./hint-with-key";

let box: HTMLElement;
let root: Root;

beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  box = document.body.appendChild(document.createElement("main"));
  root = createRoot(box);
});
afterEach(async () => {
  await act(async () => root.unmount());
  box.remove();
  vi.unstubAllGlobals();
});

/** @param isTouch whether the screen is touched, without a mouse */
async function open(isTouch: boolean) {
  vi.stubGlobal("matchMedia", (query: string) => ({
    matches: isTouch && query === "(hover: none) and (pointer: coarse)",
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
  await act(async () =>
    root.render(
      <>
        <textarea />
        <p>
          <HintWithKey t={words("claims")} message="panel.empty" command="mark" keys="m" />
        </p>
      </>,
    ),
  );
}
const hint = () => box.querySelector("p")?.textContent;
const press = (key: string, target: Element | null = document.body) =>
  act(async () => void target?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true })));

test("a hint names the key where there is a keyboard", async () => {
  await open(false);
  expect(hint()).toContain("press M");
});

// The last test of the file: a keyboard that was used once stays in use.
test("on a touch screen a hint says what to do by touch, until a connected keyboard is used", async () => {
  await open(true);
  expect(hint()).toContain("tap “Mark claim” in the bar");
  expect(hint()).not.toContain("press M");
  await press("x", box.querySelector("textarea"));
  await press("Unidentified");
  expect(hint()).toContain("tap “Mark claim”");
  await press("n");
  expect(hint()).toContain("press M");
});
