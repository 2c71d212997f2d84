import type { PdfBlock } from "./join-lines";

/** With more cells, rows become lines: a document of so many elements would be refused. */
const MAX_CELLS = 4000;

/** The blocks of a PDF as HTML, which the reader of passages takes. */
export function pdfHtml(blocks: readonly PdfBlock[]): string {
  const cells = blocks.reduce(
    (sum, block) => sum + (block.kind === "table" ? block.rows.flat().length : 0),
    0,
  );
  return blocks
    .map((block) => {
      if (block.kind === "paragraph") return paragraph(block.text);
      if (cells > MAX_CELLS)
        return block.rows.map((row) => paragraph(row.filter(Boolean).join(" | "))).join("\n");
      const rows = block.rows.map(
        (row) => `<tr>${row.map((cell) => `<td>${paragraph(cell)}</td>`).join("")}</tr>`,
      );
      return `<table>${rows.join("")}</table>`;
    })
    .join("\n");
}

function paragraph(text: string): string {
  return `<p>${text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")}</p>`;
}
