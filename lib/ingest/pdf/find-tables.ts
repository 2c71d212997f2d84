import type { Line } from "./line";

/** A table: rows of cells, each of lines; null where a row has no cell in a column. */
export interface Table {
  rows: (readonly Line[] | null)[][];
  page: number;
}

/** A cell: lines below one another. */
interface Cell {
  lines: Line[];
  x: number;
  right: number;
}

interface Row {
  cells: Cell[];
  /** Index behind its last line. */
  end: number;
  top: number;
  bottom: number;
  size: number;
}

/** Cells have at most this many lines on average; more are columns of text. */
const MAX_LINES = 3;
/** A gap between the parts of a line that are not a table, in sizes of its text. */
const WIDE_GAP = 3;

/**
 * Finds tables among the lines of a page: two or more rows of cells below one another. Lines beside one another that are not a table are
 * joined, or are columns that are drawn row by row.
 * @param lines of one page and frame, in reading order
 */
export function findTables(lines: readonly Line[]): (Line | Table)[] {
  const found: (Line | Table)[] = [];
  for (let index = 0; index < lines.length; ) {
    const rows = rowsFrom(lines, index);
    const [first] = rows;
    if (!first) {
      found.push(lines[index] as Line);
      index += 1;
      continue;
    }
    const end = (rows.at(-1) as Row).end;
    const columns = columnsOf(rows);
    if (rows.every(isItem)) {
      for (const row of rows) found.push(...withoutTable(row));
      index = end;
    } else if (rows.length > 1 && columns && isProse(rows, columns.length)) {
      for (const [column] of columns.entries())
        for (const row of rows) for (const line of inColumns(row, columns)[column] ?? []) found.push(line);
      index = end;
    } else if (rows.length > 1 && columns) {
      found.push({
        page: first.cells[0]?.lines[0]?.page ?? 0,
        rows: rows.map((row) => inColumns(row, columns)),
      });
      index = end;
    } else {
      found.push(...withoutTable(first));
      index = first.end;
    }
  }
  return found;
}

/** The rows of two or more cells that follow each other from a line on, in one table. */
function rowsFrom(lines: readonly Line[], start: number): Row[] {
  const rows: Row[] = [];
  for (let index = start; index < lines.length; ) {
    const row = rowAt(lines, index);
    const before = rows.at(-1);
    const isNext =
      row &&
      (!before ||
        (row.top < before.bottom && before.bottom - row.top < 3.5 * before.size && isAligned(before, row)));
    if (!row || !isNext || (before && isItem(row) !== isItem(before))) break;
    rows.push(row);
    index = row.end;
  }
  return rows;
}

/** The row that begins at a line; null if there is nothing beside it. */
function rowAt(lines: readonly Line[], start: number): Row | null {
  const first = lines[start] as Line;
  const cells: Cell[] = [{ lines: [first], x: first.x, right: first.right }];
  let end = start + 1;
  let [top, bottom] = [first.y, first.y];
  for (; end < lines.length && end - start < 200; end++) {
    const line = lines[end] as Line;
    const cell = cells.at(-1) as Cell;
    const last = cell.lines.at(-1) as Line;
    // Cells of one line can be in the middle of the height of others.
    const inHeight =
      line.y >= bottom - 0.35 * line.size &&
      line.y <= top + (cells.length > 1 || bottom < top ? 1.6 : 0.9) * line.size;
    const beside = first.rightToLeft
      ? line.right <= cell.x + 0.1 * line.size
      : line.x >= cell.right - 0.1 * line.size;
    if (inHeight && beside) cells.push({ lines: [line], x: line.x, right: line.right });
    else {
      // Another line of the cell: close under it, and not a new row, which begins farther to the left.
      const isUnder =
        line.y < last.y && last.y - line.y <= 1.5 * last.size && line.x < cell.right && cell.x < line.right;
      const isIn =
        cells.length > 1 ? line.x >= cell.x - 2 * line.size : isFollowedBeside(lines, end, first, cell);
      const isInTurned =
        cells.length > 1
          ? line.right <= cell.right + 2 * line.size
          : isFollowedBeside(lines, end, first, cell);
      if (!isUnder || !(first.rightToLeft ? isInTurned : isIn)) break;
      cell.lines.push(line);
      cell.x = Math.min(cell.x, line.x);
      cell.right = Math.max(cell.right, line.right);
    }
    top = Math.max(top, line.y);
    bottom = Math.min(bottom, line.y);
  }
  if (cells.length < 2) return null;
  return { cells, end, top, bottom, size: first.size };
}

/** Whether one of the next few lines is farther up and beside a cell. */
function isFollowedBeside(lines: readonly Line[], from: number, first: Line, cell: Cell): boolean {
  for (let index = from; index < Math.min(lines.length, from + 6); index++) {
    const line = lines[index] as Line;
    const beside = first.rightToLeft ? line.right <= cell.x : line.x >= cell.right;
    if (
      beside &&
      line.y > (lines[index - 1] as Line).y - 0.35 * line.size &&
      line.y <= first.y + 1.6 * first.size
    )
      return true;
  }
  return false;
}

/** Whether the cells of a row are under those of the one before. */
function isAligned(before: Row, row: Row): boolean {
  const under = row.cells.filter((cell) =>
    before.cells.some((other) => other.x < cell.right && cell.x < other.right),
  ).length;
  return (
    under >= Math.min(2, row.cells.length) && under >= 0.6 * Math.min(row.cells.length, before.cells.length)
  );
}

/** The horizontal ranges of the columns; null if they overlap in a way that no table does. */
function columnsOf(rows: readonly Row[]): { x: number; right: number }[] | null {
  const cells = rows.flatMap((row) => row.cells).sort((a, b) => a.x - b.x);
  const columns: { x: number; right: number }[] = [];
  for (const cell of cells) {
    const open = columns.at(-1);
    if (open && cell.x < open.right) open.right = Math.max(open.right, cell.right);
    else columns.push({ x: cell.x, right: cell.right });
  }
  const lines = rows.reduce(
    (sum, row) => sum + row.cells.reduce((all, cell) => all + cell.lines.length, 0),
    0,
  );
  if (columns.length < 2 || lines > MAX_LINES * cells.length) return null;
  const isOnePerColumn = rows.every((row) => {
    const used = row.cells.map((cell) =>
      columns.findIndex((column) => cell.x < column.right && column.x < cell.right),
    );
    return new Set(used).size === used.length;
  });
  return isOnePerColumn ? columns : null;
}

function inColumns(row: Row, columns: readonly { x: number; right: number }[]): (Line[] | null)[] {
  const cells = columns.map(
    (column) => row.cells.find((cell) => cell.x < column.right && column.x < cell.right)?.lines ?? null,
  );
  return row.cells[0]?.lines[0]?.rightToLeft ? cells.reverse() : cells;
}

/** Whether rows are the lines of columns of text: long, close together, and continuing from row to row. */
function isProse(rows: readonly Row[], columns: number): boolean {
  if (rows.length < 3 || columns > 3) return false;
  const cells = rows.flatMap((row) => row.cells.flatMap((cell) => cell.lines));
  const length = cells.reduce((sum, { text }) => sum + text.length, 0) / cells.length;
  const continued = cells.filter(({ text }) => /^\p{Ll}/u.test(text)).length;
  return length >= 22 && continued >= 0.35 * cells.length;
}

/** The sign or number before an item of a list. */
const MARKER = /^(?:[•◦▪‣●○■–*-]|\(?[\p{L}\d]{1,3}[.)]|\[\d{1,3}\])$/u;

/** Whether a row is an item of a list behind its sign or number. */
function isItem({ cells }: Row): boolean {
  return cells.length === 2 && MARKER.test(cells[0]?.lines[0]?.text ?? "");
}

/** The lines of a row that is not a table: parts close together as one line. */
function withoutTable(row: Row): Line[] {
  if (row.cells.some((cell) => cell.lines.length > 1)) return row.cells.flatMap((cell) => cell.lines);
  const joined: Line[] = [];
  for (const line of row.cells.flatMap((cell) => cell.lines)) {
    const open = joined.at(-1);
    const gap = open ? Math.max(line.x - open.right, open.x - line.right) : 0;
    if (!open || (gap > WIDE_GAP * line.size && !MARKER.test(open.text))) joined.push(line);
    else joined[joined.length - 1] = joinedBeside(open, line);
  }
  return joined;
}

/** Two parts of one line, in reading order, with a space if there is a gap between them. */
export function joinedBeside(one: Line, other: Line): Line {
  const space = Math.max(other.x - one.right, one.x - other.right) > 0.13 * one.size ? " " : "";
  return {
    ...one,
    text: one.text + space + other.text,
    mirrored:
      one.mirrored === null && other.mirrored === null
        ? null
        : (one.mirrored ?? one.text) + space + (other.mirrored ?? other.text),
    x: Math.min(one.x, other.x),
    right: Math.max(one.right, other.right),
    bold: one.bold && other.bold,
    artifact: one.artifact && other.artifact,
    spaceBehind: other.spaceBehind,
  };
}
