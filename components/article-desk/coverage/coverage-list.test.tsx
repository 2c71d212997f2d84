// @vitest-environment jsdom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Store } from "@/components/article-desk/operations/store";
import { DeskContext } from "@/components/article-desk/state/desk-context";
import { itemKey } from "@/lib/checklist/checkable-item";
import type { ItemStatus, ListedItem } from "@/lib/checklist/tick";
import { CoverageList } from "./coverage-list";

const STATUSES: readonly ItemStatus[] = [
  { kind: "open" },
  { kind: "claimed", claimNumber: 7 },
  {
    kind: "ticked",
    tick: {
      id: "t",
      kind: "name",
      start: 0,
      end: 1,
      exact: "x",
      outcome: "skipped",
      reason: "known",
      by: { id: "u", name: "Ann" },
      at: "2026-01-01T00:00:00.000Z",
      version: 1,
    },
  },
];
const TEXT = "word ".repeat(400);
/** 300 items: every third is open, covered by a claim, or skipped. */
const ITEMS: readonly ListedItem[] = Array.from({ length: 300 }, (_, index) => ({
  kind: index % 2 === 0 ? "name" : "figure",
  start: index * 5,
  end: index * 5 + 4,
  status: STATUSES[index % 3] as ItemStatus,
}));

let unmount = () => {};
beforeEach(() => vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true));
afterEach(() => {
  act(() => unmount());
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

function openList() {
  const checklist = { currentKey: new Store<string | null>(null), toggle: vi.fn(), goTo: vi.fn() };
  const desk = { page: { map: { text: TEXT } }, checklist, choice: {}, claims: {} };
  const root = createRoot(document.body.appendChild(document.createElement("div")));
  unmount = () => root.unmount();
  act(() =>
    root.render(
      <DeskContext value={desk as never}>
        <CoverageList items={ITEMS} />
      </DeskContext>,
    ),
  );
  const rows = () => [...document.querySelectorAll("li")];
  const choose = (label: string, value: string) =>
    act(() => {
      const select = document.querySelector(`select[aria-label="${label}"]`) as HTMLSelectElement;
      select.value = value;
      select.dispatchEvent(new Event("change", { bubbles: true }));
    });
  return { checklist, rows, choose, range: () => document.body.textContent?.match(/\d+ to \d+ of \d+/)?.[0] };
}

test("has 50 items in the page, and turns to the page of the current one", () => {
  const { checklist, rows, range } = openList();
  expect([rows().length, range()]).toEqual([50, "1 to 50 of 100"]);
  const later = ITEMS[297] as ListedItem;
  act(() => checklist.currentKey.set(itemKey(later)));
  expect([rows().length, range()]).toEqual([50, "51 to 100 of 100"]);
  expect(rows().findIndex((row) => row.hasAttribute("aria-current"))).toBe(49);
});

test.each([
  ["Show", "ticked", "1 to 50 of 200", "By claim 7"],
  ["Show", "all", "1 to 50 of 300", "Name"],
  ["Kind", "figure", undefined, "Figure"],
])("%s: %s", (label, value, range, note) => {
  const list = openList();
  list.choose(label, value);
  expect(list.range()).toBe(range);
  expect(list.rows()[0]?.textContent).toContain(note);
});

test("says who skipped an item and why, and lets no one untick what a claim covers", () => {
  const { rows, choose, checklist } = openList();
  choose("Show", "ticked");
  expect(rows()[1]?.textContent).toContain("Skipped by Ann: known");
  const boxes = rows().map((row) => row.querySelector("input"));
  expect([boxes[0]?.disabled, boxes[1]?.disabled, boxes[1]?.checked]).toEqual([true, false, true]);
  act(() => boxes[1]?.click());
  expect(checklist.toggle).toHaveBeenCalledExactlyOnceWith(ITEMS[2]);
});
