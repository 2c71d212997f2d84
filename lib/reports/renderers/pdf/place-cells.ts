import type { ReportCell } from "../../report";

export interface PlacedCells<Drawn> {
  /** How many columns the table has. */
  columns: number;
  /** Column and row where each cell begins, from 0, and how many it takes; none overlaps another or stands outside the table. */
  cells: (Drawn & { x: number; y: number; colspan: number; rowspan: number })[];
}

/**
 * Puts the cells of a table on its grid, as HTML does (HTML standard, 4.9.12): each goes to the first free place of its row. A cell that
 * would reach over another or below the last row is cut.
 */
export function placeCells<Drawn>(
  rows: readonly (readonly ReportCell[])[],
  draw: (cell: ReportCell) => Drawn,
): PlacedCells<Drawn> {
  const taken = rows.map(() => new Set<number>());
  const cells: PlacedCells<Drawn>["cells"] = [];
  let columns = 1;
  rows.forEach((row, y) => {
    const here = taken[y] as Set<number>;
    let x = 0;
    for (const cell of row) {
      while (here.has(x)) x += 1;
      let colspan = 1;
      while (colspan < cell.columns && !here.has(x + colspan)) colspan += 1;
      const rowspan = Math.min(cell.rows, rows.length - y);
      for (let down = y; down < y + rowspan; down++)
        for (let across = x; across < x + colspan; across++) taken[down]?.add(across);
      cells.push({ ...draw(cell), x, y, colspan, rowspan });
      x += colspan;
      columns = Math.max(columns, x);
    }
  });
  return { columns, cells };
}
