/** Most columns of a table: a wider one is unreadable on a page or on paper. */
export const MAX_COLUMNS = 200;

/** How many columns and rows a cell spans. */
export interface CellSpan {
  colspan: number;
  rowspan: number;
}

/**
 * Whether a table is wider than MAX_COLUMNS. Cells that span rows push the cells of the next rows to the right (HTML standard,
 * 4.9.12), so a few hundred cells can demand millions of columns; this stops at the first column too many.
 */
export function isTooWide(rows: Iterable<readonly CellSpan[]>): boolean {
  // Rows still occupied in each column, counted from the current row.
  const occupied: number[] = [];
  for (const row of rows) {
    let x = 0;
    for (const { colspan, rowspan } of row) {
      while (isOccupied(occupied, x)) x += 1;
      const begin = x;
      do {
        occupied[x] = rowspan;
        x += 1;
      } while (x < begin + colspan && !isOccupied(occupied, x) && x <= MAX_COLUMNS);
      if (x > MAX_COLUMNS) return true;
    }
    for (const [column, left] of occupied.entries()) occupied[column] = left - 1;
  }
  return false;
}

function isOccupied(occupied: readonly number[], column: number): boolean {
  return (occupied[column] ?? 0) > 0;
}
