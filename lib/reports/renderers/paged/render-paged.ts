import type { Paper } from "../paper";
import type { PagedDocument } from "./paged-document";
import { renderPagedDocx } from "./paged-docx";
import type { PagedFormat } from "./paged-formats";
import { renderPagedHtml } from "./paged-html";
import { renderPagedPdf } from "./paged-pdf";

/** Renders a document with pages as a file. @param paper of PDF and Word files */
export async function renderPaged(
  document: PagedDocument,
  format: PagedFormat,
  paper: Paper,
): Promise<Uint8Array> {
  switch (format) {
    case "pdf":
      return renderPagedPdf(document, paper);
    case "docx":
      return renderPagedDocx(document, paper);
    case "html":
      return Buffer.from(renderPagedHtml(document));
  }
}
