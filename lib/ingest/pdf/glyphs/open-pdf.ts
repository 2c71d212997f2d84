import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { getDocumentProxy } from "unpdf";
import { nameActualText } from "./actual-text";

/** An opened PDF. */
export type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;
export type PdfPage = Awaited<ReturnType<PdfDocument["getPage"]>>;

/**
 * Opens a PDF for reading its text. The tables of characters for Chinese, Japanese and Korean and the standard fonts are files of the package
 * pdfjs-dist; nothing is fetched.
 * @throws if it is damaged, or protected with a password
 */
export function openPdf(bytes: Uint8Array): Promise<PdfDocument> {
  const data = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
  return getDocumentProxy(
    // The reader takes ownership of the bytes.
    Uint8Array.from(nameActualText(bytes)),
    {
      // Paths, because addresses of files, which unpdf takes by itself, are not read by pdf.js in Node.
      cMapUrl: join(data, "cmaps/"),
      cMapPacked: true,
      standardFontDataUrl: join(data, "standard_fonts/"),
      // Pictures are not decoded: a scan would take seconds for each page.
      maxImageSize: 1,
      useSystemFonts: false,
      // With the tables of characters of the fonts, which tell a known character from a guess.
      fontExtraProperties: true,
      verbosity: 0,
    },
  );
}
