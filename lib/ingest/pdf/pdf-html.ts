import type { PdfBlock } from "./join-lines";

/** The blocks of a PDF as HTML, which the reader of passages takes. */
export function pdfHtml(blocks: readonly PdfBlock[]): string {
  return blocks
    .map((block) =>
      block.kind === "paragraph"
        ? `<p>${escaped(block.text)}</p>`
        : `<table>${block.rows
            .map((row) => `<tr>${row.map((cell) => `<td><p>${escaped(cell)}</p></td>`).join("")}</tr>`)
            .join("")}</table>`,
    )
    .join("\n");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
