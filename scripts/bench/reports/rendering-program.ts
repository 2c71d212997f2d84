import { exportReport } from "@/lib/document-bundle/export-report";
import type { ExportFormat } from "@/lib/reports/export-formats";
import { largeReport } from "../reader/large-report";
import { renderReactPdf } from "./react-pdf-report";

/** What one rendering took. Memory in megabytes, of the process that did nothing else. */
export interface Rendering {
  milliseconds: number;
  megabytes: number;
  bytes: number;
}

/** Renders a report once, in a process of its own, and tells the parent what it took. */
async function main([program = "", claims = ""]: string[]): Promise<void> {
  const address = "https://desk.example/articles/releases";
  const report = largeReport(Number(claims));
  const startedAt = performance.now();
  const file =
    program === "react-pdf"
      ? await renderReactPdf(report, address)
      : await exportReport(report, program as ExportFormat, address);
  process.send?.({
    milliseconds: performance.now() - startedAt,
    megabytes: process.resourceUsage().maxRSS / 1024,
    bytes: file.length,
  } satisfies Rendering);
}

await main(process.argv.slice(2));
process.disconnect?.();
