import { expect, test } from "vitest";
import { placeCells } from "./place-cells";

/** Cells as "columns×rows". */
function table(...rows: string[][]) {
  return rows.map((row) =>
    row.map((size) => {
      const [columns, down] = size.split("×").map(Number) as [number, number];
      return { header: false, columns, rows: down, blocks: [] };
    }),
  );
}

test.each<[string, string[][], number, string[]]>([
  [
    "even rows",
    [
      ["1×1", "1×1"],
      ["1×1", "1×1"],
    ],
    2,
    ["0,0 1×1", "1,0 1×1", "0,1 1×1", "1,1 1×1"],
  ],
  ["a row that lacks a cell", [["1×1", "1×1"], ["1×1"]], 2, ["0,0 1×1", "1,0 1×1", "0,1 1×1"]],
  ["a cell over two rows", [["1×2", "1×1"], ["1×1"]], 2, ["0,0 1×2", "1,0 1×1", "1,1 1×1"]],
  ["a cell that reaches below the table", [["1×9"]], 1, ["0,0 1×1"]],
  ["a cell that would reach over another", [["1×1", "1×2"], ["3×1"]], 2, ["0,0 1×1", "1,0 1×2", "0,1 1×1"]],
])("%s", (_, rows, columns, places) => {
  const placed = placeCells(table(...rows), () => ({}));
  expect(placed.cells.map(({ x, y, colspan, rowspan }) => `${x},${y} ${colspan}×${rowspan}`)).toEqual(places);
  expect(placed.columns).toBe(columns);
});
