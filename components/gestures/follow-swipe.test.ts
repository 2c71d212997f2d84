// @vitest-environment jsdom
import { afterEach, expect, test, vi } from "vitest";
import { followSwipe } from "./follow-swipe";

afterEach(() => document.body.replaceChildren());

function touch(type: string, target: Element, [clientX, clientY]: readonly [number, number]): void {
  const point = { clientX, clientY };
  const event = new Event(type, { bubbles: true });
  target.dispatchEvent(Object.assign(event, { touches: [point], changedTouches: [point] }));
}

interface Case {
  to: readonly [number, number];
  /** Selector of what the finger touches; the sheet without it. */
  on?: string;
  sheetScrolled?: number;
  listScrolled?: number;
  closes: boolean;
}

test.each<[string, Case]>([
  ["down", { to: [100, 180], closes: true }],
  ["down a little", { to: [100, 140], closes: false }],
  ["up", { to: [100, 20], closes: false }],
  ["more across than down", { to: [200, 170], closes: false }],
  ["down on a button", { to: [100, 180], on: "button", closes: true }],
  ["down in a field", { to: [100, 180], on: "textarea", closes: false }],
  ["down on a handle", { to: [100, 180], on: "[data-drag]", closes: false }],
  ["down in a sheet that is scrolled", { to: [100, 180], sheetScrolled: 30, closes: false }],
  ["down in a list that is scrolled", { to: [100, 180], on: "li", listScrolled: 30, closes: false }],
  ["down in a list at its top", { to: [100, 180], on: "li", closes: true }],
])("a swipe %s", (_, { to, on, sheetScrolled = 0, listScrolled = 0, closes }) => {
  document.body.innerHTML =
    "<div id=sheet><button>Close</button><p data-drag></p><textarea></textarea><ul><li>Row</li></ul></div>";
  const sheet = document.getElementById("sheet") as HTMLElement;
  sheet.scrollTop = sheetScrolled;
  (sheet.querySelector("ul") as HTMLElement).scrollTop = listScrolled;
  const onSwipeDown = vi.fn();
  const stop = followSwipe(sheet, onSwipeDown);
  const target = on ? (sheet.querySelector(on) as Element) : sheet;
  touch("touchstart", target, [100, 100]);
  touch("touchend", target, to);
  expect(onSwipeDown).toHaveBeenCalledTimes(closes ? 1 : 0);
  stop();
  touch("touchstart", target, [100, 100]);
  touch("touchend", target, [100, 300]);
  expect(onSwipeDown).toHaveBeenCalledTimes(closes ? 1 : 0);
});
