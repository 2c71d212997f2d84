import { getDocumentProxy } from "unpdf";

/** An opened PDF. */
export type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;
export type PdfPage = Awaited<ReturnType<PdfDocument["getPage"]>>;

/**
 * Opens a PDF for reading its text. The tables of characters for Chinese, Japanese and Korean and the standard fonts come from the package
 * pdfjs-dist, which unpdf finds by itself; nothing is fetched.
 * @throws if it is damaged, or protected with a password
 */
export function openPdf(bytes: Uint8Array): Promise<PdfDocument> {
  return getDocumentProxy(
    // The reader takes ownership of the bytes.
    Uint8Array.from(bytes),
    // Pictures are not decoded: a scan would take seconds for each page.
    { maxImageSize: 1, useSystemFonts: false, verbosity: 0 },
  );
}
