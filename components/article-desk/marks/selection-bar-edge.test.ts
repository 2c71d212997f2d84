import { expect, test } from "vitest";
import { selectionBarEdge } from "./selection-bar-edge";

test.each<[string, { top: number; bottom: number }, "top" | "bottom"]>([
  ["in the middle of the screen", { top: 300, bottom: 330 }, "bottom"],
  ["at the top", { top: 60, bottom: 90 }, "bottom"],
  ["where the actions would be", { top: 780, bottom: 810 }, "top"],
  ["whose handles are where the actions would be", { top: 740, bottom: 770 }, "top"],
  ["from the top of the screen to its end", { top: 60, bottom: 810 }, "bottom"],
  ["that were scrolled out below", { top: 900, bottom: 930 }, "bottom"],
  ["that were scrolled out above", { top: -90, bottom: -60 }, "bottom"],
])("the actions for words %s are at the %s edge", (_, words, expected) => {
  expect(selectionBarEdge(words, { height: 844, head: 49 }, 61)).toBe(expected);
});
