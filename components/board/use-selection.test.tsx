// @vitest-environment jsdom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readSelection, selectionKey, storeSelection } from "./stored-selection";
import { useSelection } from "./use-selection";

const KEY = selectionKey("ada", "articles");
type Selection = ReturnType<typeof useSelection>;

let unmount: (() => void)[] = [];
beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  sessionStorage.clear();
});
afterEach(() => {
  for (const each of unmount) act(each);
  unmount = [];
  sessionStorage.clear();
  vi.unstubAllGlobals();
});

function List({
  ids,
  initial,
  show,
}: {
  ids: readonly string[];
  initial: readonly string[];
  show: (selection: Selection) => void;
}) {
  show(useSelection(ids, KEY, initial));
  return null;
}

/** Opens the list to select from, as after a reload. */
function open(ids: readonly string[]) {
  const opened: { selection: Selection | null } = { selection: null };
  const root = createRoot(document.createElement("div"));
  unmount.push(() => root.unmount());
  const initial = readSelection(KEY) ?? [];
  const show = (shown: readonly string[]) =>
    act(() =>
      root.render(
        <List
          ids={shown}
          initial={initial}
          show={(selection) => {
            opened.selection = selection;
          }}
        />,
      ),
    );
  show(ids);
  return {
    show,
    selected: () => [...(opened.selection?.ids ?? [])],
    select: (...next: string[]) => act(() => opened.selection?.set(next)),
  };
}

test.each<[string, string[], string[]]>([
  ["the same list", ["a", "b", "c"], ["a", "c"]],
  ["a list without one of them", ["b", "c"], ["c"]],
  ["another list", ["x"], []],
])("what is selected is selected after a reload in %s", (_, ids, expected) => {
  open(["a", "b", "c"]).select("a", "c");
  expect(open(ids).selected()).toEqual(expected);
  expect(readSelection(KEY)).toEqual(expected);
});

test("an item that leaves the list while it is open is not selected after a reload", () => {
  const list = open(["a", "b"]);
  list.select("a", "b");
  list.show(["b"]);
  expect(open(["a", "b"]).selected()).toEqual(["b"]);
});

test("an empty selection is still open, and a closed one is not", () => {
  open(["a"]);
  expect(readSelection(KEY)).toEqual([]);
  storeSelection(KEY, null);
  expect(readSelection(KEY)).toBeNull();
});

test.each(["{}", "[1]", "a"])("a damaged selection is none: %s", (stored) => {
  sessionStorage.setItem(KEY, stored);
  expect(readSelection(KEY)).toBeNull();
});
