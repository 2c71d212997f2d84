import { expect, test } from "vitest";
import { type CellSpan, isTooWide } from "./table-width";

const cell = (colspan = 1, rowspan = 1): CellSpan => ({ colspan, rowspan });
const rows = (count: number, ...cells: CellSpan[]) => Array.from({ length: count }, () => cells);

test.each<[string, CellSpan[][], boolean]>([
  ["two columns in many rows", rows(100_000, cell(), cell()), false],
  ["200 columns", rows(2, ...Array.from({ length: 200 }, () => cell())), false],
  ["201 columns", rows(2, ...Array.from({ length: 201 }, () => cell())), true],
  ["two cells of 100", rows(3, cell(100), cell(100)), false],
  ["three cells of 100", rows(1, cell(100), cell(100), cell(100)), true],
  ["cells of 100 by 100, stacked", rows(3, cell(100, 100)), true],
  [
    "a cell that spans two rows, with cells beside it",
    [...rows(1, cell(100, 2), cell(100)), ...rows(1, cell(100))],
    false,
  ],
  [
    "a row span that ends before the next row",
    [...rows(1, cell(200, 2)), ...rows(1), ...rows(1, cell(200))],
    false,
  ],
  [
    "a cell that ends where one of the row above reaches down",
    [...rows(1, cell(100), cell(1, 2)), ...rows(1, cell(150), cell(60))],
    false,
  ],
  [
    "a row span that pushes the next row over the limit",
    [...rows(1, cell(1, 2), cell(199)), ...rows(1, cell(200))],
    true,
  ],
  [
    "a row span over three rows, and a full row after it",
    [...rows(1, cell(100, 3), cell()), ...rows(2, cell(100)), ...rows(1, cell(200))],
    false,
  ],
  ["spans that are not numbers", rows(2, { colspan: Number.NaN, rowspan: Number.NaN }), false],
  ["an enormous span", rows(1, cell(1e12)), true],
])("%s", (_, table, expected) => {
  expect(isTooWide(table)).toBe(expected);
});
