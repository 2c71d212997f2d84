// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { HEIGHT_QUESTION, reportHeight } from "./report-height";

const around = { postMessage: vi.fn() };
let resize: () => void;

let fontsAreLoaded: () => void;

beforeEach(() => {
  around.postMessage.mockClear();
  const ready = new Promise<void>((resolve) => {
    fontsAreLoaded = resolve;
  });
  Object.defineProperty(document, "fonts", { configurable: true, value: { ready } });
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

test("it says its height also where the browser does not lay it out: when all is loaded, and with its fonts", async () => {
  reportHeight();
  dispatchEvent(new Event("load"));
  expect(around.postMessage).toHaveBeenCalled();
  around.postMessage.mockClear();
  fontsAreLoaded();
  await vi.waitFor(() =>
    expect(around.postMessage).toHaveBeenCalledExactlyOnceWith({ obelusHeight: 420 }, "*"),
  );
});

test.each<[string, unknown, unknown]>([
  ["another question", "height", around],
  ["the question of another window", HEIGHT_QUESTION, window],
])("%s is not answered", (_, data, source) => {
  reportHeight();
  ask(data, source);
  expect(around.postMessage).not.toHaveBeenCalled();
});
