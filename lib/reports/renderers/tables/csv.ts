import { stringify } from "csv-stringify/sync";
import type { Report } from "../../report";
import { reportWords } from "../../report-words";
import {
  type Cell,
  REPORT_TABLES,
  type ReportColumn,
  type ReportTable,
  type ReportTables,
  reportTables,
} from "./report-tables";

/** The name of the rows of each table, in the first column. */
const ROWS = {
  claims: "claim",
  evidence: "evidence",
  sources: "source",
  corrections: "correction",
  redactions: "redaction",
} as const satisfies Record<keyof ReportTables, string>;

/**
 * The report as one CSV file (RFC 4180), in UTF-8 after a byte order mark. The column `row` tells the kind of row: claim, evidence (one use of a
 * source for a claim), source, correction or redaction. A draft says so in a line before the names of the columns. Cells that a spreadsheet would run as a formula get a leading apostrophe.
 * @param address public URL of the article's page
 * @param language BCP 47, of the words around its facts
 */
export function renderCsv(report: Report, address: string, language = "en"): string {
  const notices = reportWords(language).reportNotices(report);
  return csvOfTables(reportTables(report, address, language), notices);
}

/** Tables as one CSV file, as above. @param notices sentences before the names of the columns */
export function csvOfTables(tables: ReportTables, notices: readonly string[] = []): string {
  const columns = [...new Set(REPORT_TABLES.flatMap((name) => tables[name].columns))];
  const rows = REPORT_TABLES.flatMap((name) =>
    spread(tables[name], columns).map((cells) => [ROWS[name], ...cells]),
  );
  const lines = notices.map((notice): Cell[] => [notice, ...columns.map(() => null)]);
  return csvOf([...lines, ["row", ...columns], ...rows]);
}

/** Rows as one CSV file (RFC 4180), in UTF-8 after a byte order mark. Cells that a spreadsheet would run as a formula get a leading apostrophe. */
export function csvOf(rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${stringify(rows as Cell[][], {
    record_delimiter: "windows",
    escape_formulas: true,
    // A line feed alone ends a line for many programs.
    quoted_match: /[\r\n]/,
    cast: { boolean: (value) => (value ? "yes" : "no") },
  })}`;
}

/** The rows of a table with the columns of all tables. */
function spread(table: ReportTable, columns: readonly ReportColumn[]): Cell[][] {
  const at = new Map(table.columns.map((column, index) => [column, index]));
  return table.rows.map((row) => columns.map((column) => row[at.get(column) ?? -1] ?? null));
}
