// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { watchLayout } from "./watch-layout";

let resized: () => void;
const watched: Element[] = [];
const fonts = new EventTarget();
const view = new EventTarget();

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal(
    "ResizeObserver",
    class {
      constructor(onChange: () => void) {
        resized = onChange;
      }
      observe = (element: Element) => watched.push(element);
    },
  );
  vi.stubGlobal("visualViewport", view);
  Object.defineProperty(document, "fonts", { value: fonts, configurable: true });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  Reflect.deleteProperty(window, "onscrollend");
  watched.length = 0;
});

function watch(hasScrollEnd: boolean) {
  if (hasScrollEnd) Object.assign(window, { onscrollend: null });
  const card = document.createElement("div");
  const onChange = vi.fn();
  watchLayout(card, onChange);
  expect(watched).toEqual([document.body, card]);
  return onChange;
}

test.each<[string, () => void]>([
  ["the page or the card changes its size", () => resized()],
  ["a scroll ends", () => void window.dispatchEvent(new Event("scrollend"))],
  ["fonts were loaded", () => void fonts.dispatchEvent(new Event("loadingdone"))],
  ["the part in view changes", () => void view.dispatchEvent(new Event("resize"))],
])("calls back once in the next frame when %s", (_, happen) => {
  const onChange = watch(true);
  happen();
  happen();
  expect(onChange).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(onChange).toHaveBeenCalledTimes(1);
  happen();
  vi.runAllTimers();
  expect(onChange).toHaveBeenCalledTimes(2);
});

test("without the event, a scroll is over when nothing scrolls any more", () => {
  const onChange = watch(false);
  for (let step = 0; step < 5; step++) {
    window.dispatchEvent(new Event("scroll"));
    vi.advanceTimersByTime(100);
  }
  expect(onChange).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(onChange).toHaveBeenCalledTimes(1);
});
