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
  ["a row with a missing cell", [["1×1", "1×1"], ["1×1"]], 2, ["0,0 1×1", "1,0 1×1", "0,1 1×1"]],
  ["a cell that spans two rows", [["1×2", "1×1"], ["1×1"]], 2, ["0,0 1×2", "1,0 1×1", "1,1 1×1"]],
  ["a row span that exceeds the table", [["1×9"]], 1, ["0,0 1×1"]],
  [
    "a column span that would overlap another cell",
    [["1×1", "1×2"], ["3×1"]],
    2,
    ["0,0 1×1", "1,0 1×2", "0,1 1×1"],
  ],
])("%s", (_, rows, columns, expected) => {
  const placed = placeCells(table(...rows), () => ({}));
  expect(placed.cells.map(({ x, y, colspan, rowspan }) => `${x},${y} ${colspan}×${rowspan}`)).toEqual(
    expected,
  );
  expect(placed.columns).toBe(columns);
});
