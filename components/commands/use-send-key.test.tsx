// @vitest-environment jsdom
import { act, type ReactNode } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { useSendKey } from "./use-send-key";

let root: Root;
let page: HTMLElement;
const send = vi.fn((event: { preventDefault: () => void }) => event.preventDefault());
beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  send.mockClear();
  page = document.body.appendChild(document.createElement("main"));
  root = createRoot(page);
});
afterEach(() => {
  act(() => root.unmount());
  page.remove();
  vi.unstubAllGlobals();
});

function Page({ children }: { children: ReactNode }) {
  useSendKey();
  return children;
}

const form = (field: ReactNode, isBusy = false) => (
  <form onSubmit={send}>
    {field}
    <button type="submit" aria-disabled={isBusy || undefined}>
      Send
    </button>
  </form>
);
const note = <textarea defaultValue="Name the ministry." />;

test.each<[string, ReactNode, KeyboardEventInit, number]>([
  ["Ctrl+Enter in a note", form(note), { ctrlKey: true }, 1],
  ["⌘+Enter in a note", form(note), { metaKey: true }, 1],
  ["Enter alone breaks the line", form(note), {}, 0],
  ["a key that is held down", form(note), { ctrlKey: true, repeat: true }, 0],
  ["while an input method composes a word", form(note), { ctrlKey: true, isComposing: true }, 0],
  ["while the form is being sent", form(note, true), { ctrlKey: true }, 0],
  ["outside of a form", note, { ctrlKey: true }, 0],
  [
    "in a field that has its own use for the keys",
    form(<textarea onKeyDown={(event) => event.preventDefault()} />),
    { ctrlKey: true },
    0,
  ],
])("%s", (_, content, held, times) => {
  act(() => root.render(<Page>{content}</Page>));
  const key = new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true, ...held });
  act(() => {
    page.querySelector("textarea")?.dispatchEvent(key);
  });
  expect(send).toHaveBeenCalledTimes(times);
});
