import type { Paper } from "../paper";
import { compilePdf } from "../pdf/compile-pdf";
import type { PagedDocument } from "./paged-document";
import { pagedView } from "./paged-view";

/** A document with pages as a tagged PDF/UA-1: see `compilePdf`. */
export function renderPagedPdf(document: PagedDocument, paper: Paper = "a4"): Buffer {
  return compilePdf("lib/reports/renderers/paged/paged.typ", pagedView(document, paper));
}
