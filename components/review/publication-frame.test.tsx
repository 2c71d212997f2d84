// @vitest-environment jsdom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { PublicationFrame } from "./publication-frame";

let host: HTMLElement;
let root: Root;
beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  vi.spyOn(HTMLFormElement.prototype, "submit").mockImplementation(() => {});
  host = document.body.appendChild(document.createElement("div"));
  root = createRoot(host);
});
afterEach(() => {
  act(() => root.unmount());
  host.remove();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const show = (fingerprint: string) =>
  act(() =>
    root.render(<PublicationFrame articleId="a" fingerprint={fingerprint} notes={[]} isBlocked={false} />),
  );
const status = () => host.querySelector('[role="status"]')?.textContent;

/** The browser reports that the frame has loaded a page. */
function load(href: string): void {
  const frame = host.querySelector("iframe");
  if (!frame) throw new Error("no frame");
  Object.defineProperty(frame, "contentWindow", { configurable: true, value: { location: { href } } });
  act(() => void frame.dispatchEvent(new Event("load")));
}

test("says that the preview is loading until it is there, each time", () => {
  show("one");
  expect(status()).toBe("Loading the preview…");
  load("about:blank");
  expect(status()).toBe("Loading the preview…");
  load("https://desk.example.org/desk/articles/a/publish/preview");
  expect(status()).toBe("");
  show("two");
  expect(status()).toBe("Loading the preview…");
  load("https://desk.example.org/desk/articles/a/publish/preview");
  expect(status()).toBe("");
});
