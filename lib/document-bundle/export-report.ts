import type { ExportFormat } from "@/lib/reports/export-formats";
import { reportLanguage } from "@/lib/reports/languages/report-language";
import { translateRatings } from "@/lib/reports/languages/translate-ratings";
import { renderAnnotations } from "@/lib/reports/renderers/annotations/annotation-collection";
import { renderClaimReview } from "@/lib/reports/renderers/claim-review";
import { renderDocx } from "@/lib/reports/renderers/docx/render-docx";
import { renderJson } from "@/lib/reports/renderers/json/json";
import type { Paper } from "@/lib/reports/renderers/paper";
import { renderPdf } from "@/lib/reports/renderers/pdf/render-pdf";
import { renderCsv } from "@/lib/reports/renderers/tables/csv";
import { renderXlsx } from "@/lib/reports/renderers/tables/xlsx";
import { renderMarkdown } from "@/lib/reports/renderers/text/markdown";
import { renderPlainText } from "@/lib/reports/renderers/text/plain-text";
import type { Report } from "@/lib/reports/report";
import { inlineAssets } from "./inline-assets";
import { documentFolder, loadDocumentBundle } from "./load-bundle";

/**
 * Renders a Report as a file.
 * @param address public URL of the article's page
 * @param options.language BCP 47, of the words around its facts and of ratings that are the product's own; that of the article by default. Data that programs read
 * (JSON, ClaimReview) is the same in every language.
 * @param options.folder of the bundle that renders documents
 * @param options.logo of who published it, as data, for HTML
 * @param options.paper of PDF and Word files
 * @throws if it can't be rendered, or there is no bundle
 */
export async function exportReport(
  frozen: Report,
  format: ExportFormat,
  address: string,
  {
    language = reportLanguage(frozen),
    folder = documentFolder(),
    logo = null,
    paper = "a4",
  }: { language?: string; folder?: string; logo?: string | null; paper?: Paper } = {},
): Promise<Buffer> {
  const report = translateRatings(frozen, language);
  switch (format) {
    case "html":
      return Buffer.from(await renderOffline(report, address, { folder, language, logo }));
    case "pdf":
      return renderPdf(report, address, language, paper);
    case "docx":
      return renderDocx(report, address, language, paper);
    case "md":
      return Buffer.from(renderMarkdown(report, address, language));
    case "txt":
      return Buffer.from(renderPlainText(report, address, language));
    case "csv":
      return Buffer.from(renderCsv(report, address, language));
    case "xlsx":
      return renderXlsx(report, address, language);
    case "json":
      return Buffer.from(renderJson(frozen, publicUrlOf(address)));
    case "annotations":
      return Buffer.from(renderAnnotations(report, address, language));
    case "claimreview": {
      const reviews = frozen.claims.flatMap(
        (claim) => renderClaimReview(frozen, claim, `${address}/claims/${claim.number}`) ?? [],
      );
      return Buffer.from(`${JSON.stringify(reviews, null, 2)}\n`);
    }
  }
}

/** The report as one HTML file that fetches nothing. */
async function renderOffline(
  report: Report,
  address: string,
  { folder, language, logo }: { folder: string; language: string; logo: string | null },
): Promise<string> {
  const { render, assets } = await loadDocumentBundle(folder);
  return render(
    { kind: "offline", report },
    {
      // Pictures of other hosts are described.
      site: { publicUrl: publicUrlOf(address), imageHosts: [], organisation: report.organisation },
      assets: { ...(await inlineAssets(folder, assets, JSON.stringify(report))), logo },
      language,
    },
  );
}

/** The address of an installation. @param address of an article on it */
export function publicUrlOf(address: string): string {
  return address.replace(/\/articles\/[^/]*$/, "");
}
