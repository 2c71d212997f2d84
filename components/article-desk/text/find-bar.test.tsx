// @vitest-environment jsdom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { FindBar } from "./find-bar";

let root: Root;
let container: HTMLElement;
let calls: string[];
beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  calls = [];
  container = document.body.appendChild(document.createElement("div"));
  root = createRoot(container);
});
afterEach(() => {
  act(() => root.unmount());
  container.remove();
  vi.unstubAllGlobals();
});

const show = (count: number, canMark = true) =>
  act(() =>
    root.render(
      <FindBar
        query="rose"
        count={count}
        at={0}
        onQuery={(query) => calls.push(`query ${query}`)}
        onStep={(by) => calls.push(`step ${by}`)}
        onMark={canMark ? () => calls.push("mark") : null}
        onClose={() => calls.push("close")}
      />,
    ),
  );
const press = (init: KeyboardEventInit) =>
  act(() => {
    const field = container.querySelector("input");
    field?.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...init }));
  });
const markButton = () =>
  [...container.querySelectorAll("button")].find(({ textContent }) => textContent === "Mark");

test.each<[string, KeyboardEventInit, string[]]>([
  ["Enter", { key: "Enter" }, ["step 1"]],
  ["Shift and Enter", { key: "Enter", shiftKey: true }, ["step -1"]],
  ["Escape", { key: "Escape" }, ["close"]],
  ["Alt and M, whatever it types", { key: "µ", code: "KeyM", altKey: true }, ["mark"]],
  ["M, which is typed", { key: "m", code: "KeyM" }, []],
])("%s", (_, init, expected) => {
  show(2);
  press(init);
  expect(calls).toEqual(expected);
});

test("the match is marked by a button, which needs a match and someone who can mark claims", () => {
  show(2);
  act(() => markButton()?.click());
  expect(calls).toEqual(["mark"]);
  show(0);
  expect(markButton()?.disabled).toBe(true);
  show(2, false);
  expect(markButton()).toBeUndefined();
  press({ key: "m", code: "KeyM", altKey: true });
  expect(calls).toEqual(["mark"]);
});
