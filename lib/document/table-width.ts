/** Columns of the widest table that is kept as one: on a page or on paper, more are no table any more. */
export const MAX_COLUMNS = 200;

/** How many columns and rows a cell takes. */
export interface CellSpan {
  colspan: number;
  rowspan: number;
}

/**
 * Whether the cells of a table reach beyond its widest. Cells that take many rows push those of the next ones on, as HTML has it (HTML
 * standard, 4.9.12): a few hundred cells could ask for millions of places. It stops as soon as it knows.
 */
export function isTooWide(rows: Iterable<readonly CellSpan[]>): boolean {
  // Rows that are taken in each column, from the one that is looked at.
  const taken: number[] = [];
  for (const row of rows) {
    let x = 0;
    for (const { colspan, rowspan } of row) {
      while (isTaken(taken, x)) x += 1;
      const begin = x;
      do {
        taken[x] = rowspan;
        x += 1;
      } while (x < begin + colspan && !isTaken(taken, x) && x <= MAX_COLUMNS);
      if (x > MAX_COLUMNS) return true;
    }
    for (let column = 0; column < taken.length; column++)
      taken[column] = Math.max(0, (taken[column] ?? 0) - 1);
  }
  return false;
}

function isTaken(taken: readonly number[], column: number): boolean {
  return (taken[column] ?? 0) > 0;
}
