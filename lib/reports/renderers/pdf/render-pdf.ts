import type { Report } from "../../report";
import type { Paper } from "../paper";
import { compilePdf } from "./compile-pdf";
import { reportView } from "./report-view";

/**
 * Renders a Report as a tagged PDF/UA-1: see `compilePdf`.
 * @param address the public URL of the article, printed at the end; null to omit it
 * @param language BCP 47, of the words around its facts
 */
export async function renderPdf(
  report: Report,
  address: string | null = null,
  language = "en",
  paper: Paper = "a4",
): Promise<Buffer> {
  return compilePdf("lib/reports/renderers/pdf/report.typ", reportView(report, address, language, paper));
}
