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
  [
    "a cell that spans two of three rows, in the middle",
    [["1×1", "1×2", "1×1"], ["1×1", "1×1"], ["1×1"]],
    3,
    ["0,0 1×1", "1,0 1×2", "2,0 1×1", "0,1 1×1", "2,1 1×1", "0,2 1×1"],
  ],
  [
    "a cell that spans two columns and two rows",
    [
      ["2×2", "1×1"],
      ["1×1", "1×1"],
    ],
    4,
    ["0,0 2×2", "2,0 1×1", "2,1 1×1", "3,1 1×1"],
  ],
  [
    "a column span that is cut short by a cell from above",
    [
      ["1×1", "1×1", "1×2"],
      ["3×1", "1×1"],
    ],
    4,
    ["0,0 1×1", "1,0 1×1", "2,0 1×2", "0,1 2×1", "3,1 1×1"],
  ],
  ["no rows", [], 1, []],
])("%s", (_, rows, columns, expected) => {
  const placed = placeCells(table(...rows), () => ({}));
  expect(placed.cells.map(({ x, y, colspan, rowspan }) => `${x},${y} ${colspan}×${rowspan}`)).toEqual(
    expected,
  );
  expect(placed.columns).toBe(columns);
});

test("each cell keeps what is drawn in it", () => {
  const cell = { header: true, columns: 1, rows: 1, blocks: [] };
  expect(placeCells([[cell]], ({ header }) => ({ header })).cells).toEqual([
    { header: true, x: 0, y: 0, colspan: 1, rowspan: 1 },
  ]);
});
