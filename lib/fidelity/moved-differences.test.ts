import { expect, test } from "vitest";
import { type ImportDifference, NO_DIFFERENCES } from "./import-difference";
import { movedDifferences } from "./moved-differences";

const difference = (start: number, end: number): ImportDifference => ({
  kind: "changed",
  original: "a",
  imported: "b",
  hasFigure: false,
  isBlock: false,
  before: "",
  after: "",
  start,
  end,
});

test.each<[string, number, [number, number], [number, number]]>([
  ["after the cut", 5, [7, 9], [2, 4]],
  ["across the cut", 5, [3, 9], [0, 4]],
  ["before the cut", 5, [1, 2], [0, 0]],
  ["without a cut", 0, [7, 9], [7, 9]],
])("a difference %s", (_, length, [start, end], [movedStart, movedEnd]) => {
  const { listed } = movedDifferences({ ...NO_DIFFERENCES, listed: [difference(start, end)] }, length);
  expect(listed).toEqual([difference(movedStart, movedEnd)]);
});
