import type { ExportFormat } from "./export-formats";
import { renderClaimReview } from "./renderers/claim-review";
import { renderHtml } from "./renderers/html/render-html";
import { renderPdf } from "./renderers/pdf/render-pdf";
import type { Report } from "./report";

/**
 * Renders a Report as a file.
 * @param address public URL of the article's page
 * @param language BCP 47, of the words around its facts
 */
export async function exportReport(
  report: Report,
  format: ExportFormat,
  address: string,
  language = "en",
): Promise<Buffer> {
  switch (format) {
    case "html":
      return Buffer.from(renderHtml(report, address));
    case "pdf":
      return renderPdf(report, address, language);
    case "claimreview": {
      const reviews = report.claims.flatMap(
        (claim) => renderClaimReview(report, claim, `${address}/claims/${claim.number}`) ?? [],
      );
      return Buffer.from(`${JSON.stringify(reviews, null, 2)}\n`);
    }
  }
}
