// @vitest-environment jsdom
import { useRef } from "react";
import { flushSync } from "react-dom";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ClaimSheet, sheetAttributes } from "./claim-sheet";
import { useClaimSheet } from "./use-claim-sheet";

let isNarrow = true;
let container: HTMLElement;
let root: Root;
const environment = globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean | undefined };
const isActEnvironment = environment.IS_REACT_ACT_ENVIRONMENT;
const showAbove = vi.fn();

beforeEach(() => {
  // The history answers later, outside of anything that "act" could wait for.
  environment.IS_REACT_ACT_ENVIRONMENT = false;
  isNarrow = true;
  showAbove.mockReset();
  vi.stubGlobal("matchMedia", () => ({
    matches: isNarrow,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
  container = document.createElement("div");
  document.body.append(container);
  root = createRoot(container);
});

afterEach(async () => {
  flushSync(() => root.unmount());
  await historyRests();
  container.remove();
  vi.unstubAllGlobals();
  environment.IS_REACT_ACT_ENVIRONMENT = isActEnvironment;
});

/** Resolves once the entries of the history match the open sheets. */
function historyRests(): Promise<void> {
  const open = document.querySelectorAll("[data-sheet]").length;
  return vi.waitFor(() => expect(history.state?.sheets ?? 0).toBe(open));
}

/** Opens sheets with these names, the uppermost last. The button before them opened them. @returns what closes each */
async function show(...names: string[]): Promise<Record<string, () => void>> {
  const close = Object.fromEntries(
    names.map((name) => [name, vi.fn(() => render(names.slice(0, names.indexOf(name))))]),
  );
  const render = (open: readonly string[]) =>
    flushSync(() => {
      root.render(
        <main>
          <button type="button">Text</button>
          {open.map((name) => (
            <ClaimSheet key={name} className="beside" onClose={() => close[name]?.()} showAbove={showAbove}>
              <textarea aria-label={name} />
            </ClaimSheet>
          ))}
        </main>,
      );
    });
  render([]);
  container.querySelector("button")?.focus();
  render(names);
  await historyRests();
  return close;
}

/** Resolves once a sheet was closed. */
const closed = (close: unknown) => vi.waitFor(() => expect(close).toHaveBeenCalledTimes(1));

const sheetOf = (name: string) =>
  container.querySelector(`[aria-label=${name}]`)?.closest<HTMLElement>("[data-sheet]");
const button = (label: string) =>
  [...container.querySelectorAll<HTMLElement>("[data-sheet] button")].find(
    (each) => each.textContent === label || each.getAttribute("aria-label") === label,
  );

function swipe(element: Element, from: number, to: number): void {
  const at = (type: string, clientY: number) => {
    const point = { clientX: 10, clientY };
    const event = new Event(type, { bubbles: true });
    element.dispatchEvent(Object.assign(event, { touches: [point], changedTouches: [point] }));
  };
  at("touchstart", from);
  at("touchend", to);
}

test("in a wide window it is beside the text, with no bar and no entry in the history", async () => {
  isNarrow = false;
  await show("claim");
  expect(container.querySelector(".beside")).not.toBeNull();
  expect(container.querySelector("[data-sheet]")).toBeNull();
  expect(container.textContent).toBe("Text");
  expect(history.state?.sheets).toBeUndefined();
  expect(showAbove).not.toHaveBeenCalled();
});

test("it shows the words above the height that it can have", async () => {
  vi.stubGlobal("getComputedStyle", () => ({ maxHeight: "300px" }));
  await show("claim");
  expect(showAbove).toHaveBeenLastCalledWith(window.innerHeight - 300);
});

function Card({ isOpen }: { isOpen: boolean }) {
  const element = useRef<HTMLDivElement>(null);
  const sheet = useClaimSheet(element, { isOpen, onClose: () => undefined, showAbove });
  return (
    <div ref={element} {...sheetAttributes(sheet)}>
      <button type="button">Other</button>
      <button type="button" data-claim-card="1">
        Claim
      </button>
    </div>
  );
}

test("a card gets the focus when it becomes a sheet, but not when the page opens with it", async () => {
  const render = (isOpen: boolean) => flushSync(() => root.render(<Card isOpen={isOpen} />));
  render(true);
  await historyRests();
  expect(document.activeElement).toBe(document.body);
  render(false);
  await historyRests();
  render(true);
  expect(document.activeElement?.textContent).toBe("Claim");
});

test.each<[string, (sheet: HTMLElement) => void]>([
  ["Back to text", () => button("Back to text")?.click()],
  ["a swipe down", (sheet) => swipe(sheet, 100, 200)],
  ["Escape", (sheet) => sheet.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }))],
  ["the browser's Back", () => history.back()],
])("%s closes it, and its entry of the history is gone", async (_, doClose) => {
  const { claim } = await show("claim");
  flushSync(() => doClose(sheetOf("claim") as HTMLElement));
  await closed(claim);
  await historyRests();
  expect(history.state?.sheets ?? 0).toBe(0);
});

test("messages are above the uppermost sheet: the page knows its edge while it is open", async () => {
  const root = document.documentElement;
  const edge = () => root.hasAttribute("data-sheet-edge") && root.style.getPropertyValue("--sheet-edge");
  const tops: Record<string, number> = { claim: 300, form: 500 };
  vi.spyOn(Element.prototype, "getBoundingClientRect").mockImplementation(function (this: Element) {
    return { top: tops[this.querySelector("textarea")?.getAttribute("aria-label") ?? ""] } as DOMRect;
  });
  const { claim, form } = await show("claim", "form");
  expect(edge()).toBe(`${window.innerHeight - 500}px`);
  tops.form = 160;
  window.dispatchEvent(new Event("resize"));
  expect(edge()).toBe(`${window.innerHeight - 160}px`);
  form?.();
  await vi.waitFor(() => expect(edge()).toBe(`${window.innerHeight - 300}px`));
  claim?.();
  await vi.waitFor(() => expect(edge()).toBe(false));
  vi.restoreAllMocks();
});

test.each<[string, KeyboardEventInit, (sheet: HTMLElement) => Element]>([
  ["another key", { key: "Enter" }, (sheet) => sheet],
  [
    "Escape in a list that closes by it",
    { key: "Escape" },
    (sheet) => {
      const list = document.createElement("ul");
      list.setAttribute("role", "listbox");
      sheet.append(list);
      return list;
    },
  ],
])("%s does not close it", async (_, key, target) => {
  const { claim } = await show("claim");
  target(sheetOf("claim") as HTMLElement).dispatchEvent(
    new KeyboardEvent("keydown", { ...key, bubbles: true }),
  );
  expect(claim).not.toHaveBeenCalled();
});

test("it is drawn up and down by its handle, and a swipe down first makes it low again", async () => {
  const { claim } = await show("claim");
  const isTall = () => sheetOf("claim")?.hasAttribute("data-tall");
  expect(isTall()).toBe(false);
  flushSync(() => button("Show more")?.click());
  expect(isTall()).toBe(true);
  flushSync(() => button("Show less")?.click());
  expect(isTall()).toBe(false);
  flushSync(() => button("Show more")?.click());
  flushSync(() => swipe(sheetOf("claim") as HTMLElement, 100, 200));
  expect(isTall()).toBe(false);
  expect(claim).not.toHaveBeenCalled();
});

test("a sheet above another covers it; Back closes one after the other, and the focus goes into the one below", async () => {
  const { claim, form } = await show("claim", "form");
  expect(sheetOf("claim")?.hasAttribute("data-covered")).toBe(true);
  expect(sheetOf("form")?.hasAttribute("data-covered")).toBe(false);
  expect(history.state?.sheets).toBe(2);
  history.back();
  await closed(form);
  expect(claim).not.toHaveBeenCalled();
  await vi.waitFor(() => expect(sheetOf("claim")?.contains(document.activeElement)).toBe(true));
  expect(sheetOf("claim")?.hasAttribute("data-covered")).toBe(false);
  history.back();
  await closed(claim);
});

test("a keyboard on the screen: the sheet is above it, and the words above the sheet", async () => {
  const view = Object.assign(new EventTarget(), { height: window.innerHeight, offsetTop: 0, scale: 1 });
  vi.stubGlobal("visualViewport", view);
  vi.stubGlobal("getComputedStyle", () => ({ maxHeight: "200px" }));
  await show("claim");
  const sheet = sheetOf("claim") as HTMLElement;
  expect(sheet.hasAttribute("data-keyboard")).toBe(false);
  view.height = window.innerHeight - 336;
  view.dispatchEvent(new Event("resize"));
  expect(sheet.style.getPropertyValue("--covered")).toBe("336px");
  expect(sheet.style.getPropertyValue("--view-height")).toBe(`${window.innerHeight - 336}px`);
  expect(sheet.hasAttribute("data-keyboard")).toBe(true);
  expect(showAbove).toHaveBeenLastCalledWith(window.innerHeight - 336 - 200);
  // Enlarged with two fingers, not covered by a keyboard.
  view.scale = 2;
  view.height = window.innerHeight / 2;
  view.dispatchEvent(new Event("resize"));
  expect(sheet.style.getPropertyValue("--covered")).toBe("0px");
  expect(sheet.hasAttribute("data-keyboard")).toBe(false);
});
