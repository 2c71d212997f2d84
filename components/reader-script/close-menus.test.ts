// @vitest-environment jsdom
import { beforeEach, expect, test } from "vitest";
import { closeMenusByEscape } from "./close-menus";

closeMenusByEscape();

beforeEach(() => {
  document.body.innerHTML = `
    <details data-menu open><summary id="summary">English</summary><a id="link" href="?lang=de">Deutsch</a></details>
    <details open><summary>Cite this</summary><button id="cite">Copy</button></details>`;
});

test.each([
  ["Escape in a menu", "link", "Escape", [false, true], "summary"],
  ["another key", "link", "x", [true, true], "link"],
  ["Escape in what is no menu", "cite", "Escape", [true, true], "cite"],
])("%s", (_, focused, key, open, expected) => {
  const control = document.getElementById(focused);
  control?.focus();
  control?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  expect([...document.querySelectorAll("details")].map((each) => each.open)).toEqual(open);
  expect(document.activeElement?.id).toBe(expected);
});
