// @vitest-environment jsdom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { UnsentClaims } from "./unsent-claims";

const claim = {
  key: "a",
  statement: "Trade rose.",
  exact: "rose",
  ratingKey: null,
  versionId: "version",
  start: 3,
  end: 7,
};

let root: Root;
let page: HTMLElement;
beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  page = document.body.appendChild(document.createElement("main"));
  root = createRoot(page);
});
afterEach(() => {
  act(() => root.unmount());
  page.remove();
  vi.unstubAllGlobals();
});

test("the card says that the claim is not sent yet, and shows its passage in the text", () => {
  const onShow = vi.fn();
  act(() => root.render(<UnsentClaims claims={[claim]} ratings={[]} hidden={false} onShow={onShow} />));
  const card = page.querySelector("button");
  expect(card?.textContent).toContain("Not sent yet");
  expect(card?.textContent).toContain("Trade rose.");
  act(() => card?.click());
  expect(onShow).toHaveBeenCalledWith(claim);
});

test("without such claims, nothing is shown", () => {
  act(() => root.render(<UnsentClaims claims={[]} ratings={[]} hidden={false} onShow={() => {}} />));
  expect(page.textContent).toBe("");
});
