import "@/lib/words/languages";
import { translateRatings } from "../languages/translate-ratings";
import { renderPagedDocx } from "../renderers/paged/paged-docx";
import { renderPagedHtml } from "../renderers/paged/paged-html";
import { renderPagedMarkdown } from "../renderers/paged/paged-markdown";
import { renderPagedPdf } from "../renderers/paged/paged-pdf";
import type { Paper } from "../renderers/paper";
import { stableArchive } from "../renderers/stable-archive";
import { csvOfTables } from "../renderers/tables/csv";
import { tablesOfArticles } from "../renderers/tables/report-tables";
import { xlsxOfTables } from "../renderers/tables/xlsx";
import type { Digest, DigestFormat } from "./digest";
import { digestDocument } from "./digest-document";

/**
 * Renders a digest as a file.
 * @param options.publicUrl of the installation
 * @param options.paper of PDF and Word files
 * @param options.language BCP 47, of the words around its facts
 */
export async function renderDigest(
  frozen: Digest,
  format: DigestFormat,
  { publicUrl, paper = "a4", language = "en" }: { publicUrl: string; paper?: Paper; language?: string },
): Promise<Buffer> {
  const digest = {
    ...frozen,
    articles: frozen.articles.map((report) => translateRatings(report, language)),
  };
  switch (format) {
    case "pdf":
      return renderPagedPdf(digestDocument(digest, publicUrl, language), paper);
    case "docx":
      return renderPagedDocx(digestDocument(digest, publicUrl, language), paper);
    case "html":
      return Buffer.from(renderPagedHtml(digestDocument(digest, publicUrl, language)));
    case "md":
      return Buffer.from(renderPagedMarkdown(digestDocument(digest, publicUrl, language)));
    case "csv":
      return Buffer.from(csvOfTables(tablesOfArticles(digest.articles, publicUrl, language)));
    case "xlsx": {
      const file = await xlsxOfTables(tablesOfArticles(digest.articles, publicUrl, language), [], language);
      return stableArchive(file, digest.madeAt, digest.madeAt);
    }
    case "json":
      return Buffer.from(`${JSON.stringify(frozen, null, 2)}\n`);
  }
}
