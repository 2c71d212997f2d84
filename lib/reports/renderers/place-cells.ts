import type { ReportCell } from "../report";

export interface PlacedCells<Drawn> {
  /** Number of columns of the table. */
  columns: number;
  /** Column and row of each cell, from 0, and its spans. Cells never overlap or exceed the table. */
  cells: (Drawn & { x: number; y: number; colspan: number; rowspan: number })[];
}

/**
 * Lays out the cells of a table on a grid, as HTML does (HTML standard, 4.9.12): each goes to the first free column of its row. A span
 * that would overlap another cell or exceed the last row is shortened.
 */
export function placeCells<Drawn>(
  rows: readonly (readonly ReportCell[])[],
  draw: (cell: ReportCell) => Drawn,
): PlacedCells<Drawn> {
  const occupied = rows.map(() => new Set<number>());
  const cells: PlacedCells<Drawn>["cells"] = [];
  let columns = 1;
  rows.forEach((row, y) => {
    const here = occupied[y] as Set<number>;
    let x = 0;
    for (const cell of row) {
      while (here.has(x)) x += 1;
      let colspan = 1;
      while (colspan < cell.columns && !here.has(x + colspan)) colspan += 1;
      const spanned = occupied.slice(y, y + cell.rows);
      for (const columnsOfRow of spanned)
        for (let across = x; across < x + colspan; across++) columnsOfRow.add(across);
      cells.push({ ...draw(cell), x, y, colspan, rowspan: spanned.length });
      x += colspan;
      columns = Math.max(columns, x);
    }
  });
  return { columns, cells };
}
