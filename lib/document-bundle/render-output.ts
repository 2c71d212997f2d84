import type { OutputRenderer } from "@/lib/reports/render-outputs";
import { exportReport } from "./export-report";
import { type PageContext, renderPages } from "./render-pages";

/**
 * How each output of a publication is rendered.
 * @param address public URL of the article's page
 */
export function renderOutput(address: string, pages: PageContext): OutputRenderer {
  return async (report, output) => {
    if (output !== "pages")
      return exportReport(report, output, address, { folder: pages.folder, logo: pages.logo });
    await renderPages(report, pages);
    return null;
  };
}
