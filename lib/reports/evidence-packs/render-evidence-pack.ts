import { renderPagedPdf } from "../renderers/paged/paged-pdf";
import type { Paper } from "../renderers/paper";
import type { EvidencePack, PackFormat } from "./evidence-pack";
import { evidencePackCsv } from "./evidence-pack-csv";
import { evidencePackDocument } from "./evidence-pack-document";

/** Renders an evidence pack as a file. @param paper of the PDF */
export async function renderEvidencePack(
  pack: EvidencePack,
  format: PackFormat,
  paper: Paper,
): Promise<Uint8Array> {
  switch (format) {
    case "pdf":
      return renderPagedPdf(evidencePackDocument(pack), paper);
    case "csv":
      return Buffer.from(evidencePackCsv(pack));
    case "json":
      return Buffer.from(`${JSON.stringify(pack, null, 2)}\n`);
  }
}
