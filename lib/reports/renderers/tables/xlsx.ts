import writeExcelFile from "write-excel-file/node";
import { directionOf } from "@/lib/document/direction";
import { words } from "@/lib/words/words";
import type { Report } from "../../report";
import { reportWords } from "../../report-words";
import { stableArchive } from "../stable-archive";
import {
  type Cell,
  REPORT_TABLES,
  type ReportColumn,
  type ReportTables,
  reportTables,
} from "./report-tables";

/** The longest text that a cell can have, in UTF-16 units (Excel's specifications and limits). */
const MAX_CELL_LENGTH = 32_767;
const CUT = " […]";

/** Widths of columns with long texts and with addresses, in characters; others have the width of their name. */
const WIDTHS: Readonly<Partial<Record<ReportColumn, number>>> = {
  quote: 40,
  statement: 50,
  rationale: 60,
  excerpt: 50,
  note: 50,
  sourceTitle: 40,
  citation: 40,
  address: 30,
  sourceUrl: 30,
  archiveUrl: 30,
  sourceArchiveUrl: 30,
  from: 30,
  to: 30,
  reason: 50,
};

/**
 * The report as a workbook (Office Open XML): a sheet each for claims, their evidence, sources, corrections and redactions, if there are any. All
 * cells are text, numbers or true and false, so nothing runs as a formula.
 * @param address public URL of the article's page
 * @param language BCP 47, of the words around its facts
 */
export async function renderXlsx(report: Report, address: string, language = "en"): Promise<Buffer> {
  const { firstPublishedAt, publishedAt } = report.publication;
  const file = await xlsxOfTables(
    reportTables(report, address, language),
    reportWords(language).reportNotices(report),
    language,
  );
  return stableArchive(file, firstPublishedAt, publishedAt);
}

/** Tables as a workbook, as above. @param notices sentences before the names of the columns */
export async function xlsxOfTables(
  tables: ReportTables,
  notices: readonly string[] = [],
  language = "en",
): Promise<Buffer> {
  const t = words("reportTables", language);
  const sheets = REPORT_TABLES.filter((name) => name === "claims" || tables[name].rows.length > 0);
  return writeExcelFile(
    sheets.map((name) => ({
      sheet: t(`sheet.${name}`),
      stickyRowsCount: notices.length + 1,
      rightToLeft: directionOf(language) === "rtl",
      columns: tables[name].columns.map((column) => ({ width: WIDTHS[column] ?? column.length + 4 })),
      data: [
        ...notices.map((notice) => [{ value: notice, fontWeight: "bold" as const }]),
        tables[name].columns.map((column) => ({ value: t(`column.${column}`), fontWeight: "bold" as const })),
        ...tables[name].rows.map((row) => row.map(cell)),
      ],
    })),
    { fontFamily: "Calibri", fontSize: 11 },
  ).toBuffer();
}

function cell(value: Cell) {
  if (value === null) return null;
  if (typeof value !== "string") return { value, alignVertical: "top" as const };
  const text =
    value.length > MAX_CELL_LENGTH ? `${value.slice(0, MAX_CELL_LENGTH - CUT.length)}${CUT}` : value;
  return { value: text, type: String, wrap: true, alignVertical: "top" as const };
}
