// @vitest-environment jsdom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import ErrorPage from "./error";

let host: HTMLElement;
let unmount: () => void;

beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  host = document.body.appendChild(document.createElement("div"));
});
afterEach(() => {
  act(() => unmount());
  host.remove();
  vi.unstubAllGlobals();
});

test.each([
  [{ digest: "4711" }, "mention error 4711."],
  [{}, "contact the people who run this site."],
])(
  "an error with %j has the focus on its title, says what to do, and can be tried again",
  (extra, expected) => {
    const reset = vi.fn();
    const root = createRoot(host);
    unmount = () => root.unmount();
    act(() => root.render(<ErrorPage error={Object.assign(new Error("secret"), extra)} reset={reset} />));
    expect(document.activeElement?.textContent).toBe("This page could not be shown");
    expect(host.querySelector("p")?.textContent).toContain(expected);
    expect(host.textContent).not.toContain("secret");
    act(() => host.querySelector("button")?.click());
    expect(reset).toHaveBeenCalledOnce();
  },
);
