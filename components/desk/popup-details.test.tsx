// @vitest-environment jsdom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { PopupDetails } from "./popup-details";

let host: HTMLElement;
let unmount: () => void;
const opened = vi.fn();

beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  host = document.body.appendChild(document.createElement("div"));
  const root = createRoot(host);
  unmount = () => root.unmount();
  opened.mockImplementation(() => document.activeElement?.id);
  act(() =>
    root.render(
      <>
        <PopupDetails summary={<span>Ada</span>}>
          <a id="link" href="#account">
            Account
          </a>
          <button id="button" type="button" onClick={opened}>
            Shortcuts
          </button>
        </PopupDetails>
        <button id="outside" type="button">
          Outside
        </button>
      </>,
    ),
  );
  details().open = true;
  act(() => byId("link").focus());
});
afterEach(() => {
  act(() => unmount());
  host.remove();
  opened.mockReset();
  vi.unstubAllGlobals();
});

const details = () => host.querySelector("details") as HTMLDetailsElement;
const byId = (id: string) => document.getElementById(id) as HTMLElement;
const key = (name: string) =>
  byId("link").dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true }));

test.each<[string, () => unknown, { open: boolean; focus: string }]>([
  ["Escape closes it", () => key("Escape"), { open: false, focus: "SUMMARY" }],
  ["another key does not", () => key("x"), { open: true, focus: "link" }],
  ["the focus inside", () => byId("button").focus(), { open: true, focus: "button" }],
  ["the focus elsewhere", () => byId("outside").focus(), { open: false, focus: "outside" }],
  [
    "a click elsewhere",
    () => byId("outside").dispatchEvent(new Event("pointerdown", { bubbles: true })),
    { open: false, focus: "link" },
  ],
  ["a button in it", () => byId("button").click(), { open: false, focus: "SUMMARY" }],
])("%s", (_, what, expected) => {
  act(() => {
    what();
  });
  const { activeElement } = document;
  expect({ open: details().open, focus: activeElement?.id || activeElement?.tagName }).toEqual(expected);
});

test("Escape goes no further: it would also close what is behind", () => {
  const behind = vi.fn();
  document.addEventListener("keydown", behind);
  act(() => {
    key("Escape");
  });
  document.removeEventListener("keydown", behind);
  expect(behind).not.toHaveBeenCalled();
});
