// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { HEIGHT_QUESTION, reportHeight } from "./report-height";

const around = { postMessage: vi.fn() };
let resize: () => void;

beforeEach(() => {
  around.postMessage.mockClear();
  vi.stubGlobal("parent", around);
  vi.stubGlobal(
    "ResizeObserver",
    class {
      observe = () => {};
      constructor(changed: () => void) {
        resize = changed;
      }
    },
  );
  vi.spyOn(document.documentElement, "offsetHeight", "get").mockReturnValue(420);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const ask = (data: unknown, source: unknown) => {
  const event = new MessageEvent("message", { data });
  Object.defineProperty(event, "source", { value: source });
  dispatchEvent(event);
};

test("it says its height when that changes, and to a page whose script comes later", () => {
  reportHeight();
  resize();
  expect(around.postMessage).toHaveBeenCalledExactlyOnceWith({ obelusHeight: 420 }, "*");
  ask(HEIGHT_QUESTION, around);
  expect(around.postMessage).toHaveBeenCalledTimes(2);
});

test.each<[string, unknown, unknown]>([
  ["another question", "height", around],
  ["the question of another window", HEIGHT_QUESTION, window],
])("%s is not answered", (_, data, source) => {
  reportHeight();
  ask(data, source);
  expect(around.postMessage).not.toHaveBeenCalled();
});
