/** Limits of one table, so that a damaged file costs no more than a good one. */
const MAX_ROWS = 20_000;
const MAX_COLUMNS = 200;

/**
 * Parses CSV (RFC 4180). The separator is the one that its first line has most of: comma, semicolon or tab. Spreadsheets get formulas with a
 * leading apostrophe, which is removed. A quotation mark that is never closed ends with the text.
 * @returns rows of cells; lines without any text are skipped
 */
export function parseCsv(text: string): string[][] {
  const source = text.replace(/^\ufeff/, "");
  const separator = separatorOf(source);
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const endRow = () => {
    if (row.some((cell) => cell.trim() !== "")) rows.push(row);
    row = [];
  };
  while (at < source.length && rows.length < MAX_ROWS) {
    const cell = source[at] === '"' ? quotedCell(source, at) : plainCell(source, at, separator);
    if (row.length < MAX_COLUMNS) row.push(withoutDisarming(cell.value));
    at = cell.end;
    const next = source[at];
    if (next === separator) {
      at += 1;
      // A separator before the end stands before one more, empty cell.
      if (at === source.length && row.length < MAX_COLUMNS) row.push("");
      continue;
    }
    endRow();
    at += next === "\r" && source[at + 1] === "\n" ? 2 : 1;
  }
  if (row.length > 0) endRow();
  return rows;
}

function separatorOf(text: string): string {
  const [head = ""] = text.split(/\r?\n/, 1);
  const bare = head.replaceAll(/"[^"]*"/g, "");
  const count = (separator: string) => bare.split(separator).length;
  return [",", ";", "\t"].reduce((best, each) => (count(each) > count(best) ? each : best));
}

/** A cell in quotation marks; text after the closing mark belongs to it. */
function quotedCell(text: string, start: number): { value: string; end: number } {
  const parts: string[] = [];
  let from = start + 1;
  for (;;) {
    const close = text.indexOf('"', from);
    if (close < 0) return { value: parts.join("") + text.slice(from), end: text.length };
    parts.push(text.slice(from, close));
    if (text[close + 1] !== '"') return { value: parts.join(""), end: close + 1 };
    parts.push('"');
    from = close + 2;
  }
}

function plainCell(text: string, start: number, separator: string): { value: string; end: number } {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== "\n" && text[end] !== "\r") end++;
  return { value: text.slice(start, end), end };
}

/** The apostrophe that csv-stringify puts before what a spreadsheet would run. */
function withoutDisarming(cell: string): string {
  return /^'[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(cell) ? cell.slice(1) : cell;
}
