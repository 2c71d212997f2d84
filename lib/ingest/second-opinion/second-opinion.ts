import { compareWords } from "@/lib/fidelity/compare-words";
import { type ImportDifferences, NOT_COMPARED } from "@/lib/fidelity/import-difference";
import type { FilePassage } from "@/lib/fidelity/passage";
import { JOINT } from "@/lib/fidelity/tokens-of";
import { markdownHtml } from "../markdown/markdown-html";
import { visibleText } from "./visible-text";

/** What an article was read from. */
export type Original =
  | { kind: "html" | "markdown" | "text"; value: string }
  /** @property labels what the import writes as text and the file has as markup, such as numbers of items */
  | { kind: "docx" | "odt" | "rtf"; bytes: Uint8Array; labels?: readonly string[] | undefined }
  | { kind: "epub"; bytes: Uint8Array }
  /** @property isPage whether it is a saved page: only its article counts */
  | { kind: "mail"; bytes: Uint8Array; isPage: boolean }
  /** @property leftOut lines that the import names in a note as left out, such as running heads */
  | { kind: "pdf"; bytes: Uint8Array; leftOut?: readonly { page: number; text: string }[] };

/**
 * Compares an imported text with what a second, independent reader finds in the same file, so that no word and no figure is lost, joined,
 * separated or changed in silence. If the second reader fails, there is no opinion: the import itself is not refused.
 * @param imported canonical text of the article
 */
export async function secondOpinion(original: Original, imported: string): Promise<ImportDifferences> {
  try {
    const passages = await passagesOf(original);
    return passages
      ? compareWords(passages, imported, {
          isPage: original.kind === "html" || (original.kind === "mail" && original.isPage),
          isUnordered: original.kind === "pdf" || hasMarkdownNotes(original),
          labels: "labels" in original ? original.labels : [],
        })
      : NOT_COMPARED;
  } catch (cause) {
    console.warn(
      "an import could not be compared with its file:",
      cause instanceof Error ? cause.message : cause,
    );
    return NOT_COMPARED;
  }
}

/** Loads the readers of files only for a file: the server itself compares short texts. */
async function passagesOf(original: Original): Promise<FilePassage[] | null> {
  switch (original.kind) {
    case "html":
      return visibleText(original.value);
    case "markdown":
      return visibleText(markdownHtml(original.value));
    case "text":
      return original.value
        .replaceAll(/(\p{L})[-\u00ad]\r?\n/gu, `$1${JOINT}`)
        .split("\n")
        .map((text) => ({ text, isAroundArticle: false }));
    case "docx":
      return (await import("./docx-text")).docxText(original.bytes);
    case "odt":
      return (await import("./odt-text")).odtText(original.bytes);
    case "rtf":
      return (await import("./rtf-text")).rtfText(original.bytes);
    case "epub":
      return (await import("./epub-text")).epubText(original.bytes);
    case "mail":
      return (await import("./mail-text")).mailText(original.bytes, original);
    case "pdf":
      return (await import("./pdf-text")).pdfText(original.bytes, original.leftOut);
  }
}

/** Whether an original is Markdown with notes, which an import moves to the end. */
function hasMarkdownNotes(original: Original): boolean {
  return original.kind === "markdown" && /^ {0,3}\[\^[^\]\s]{1,60}\]:/m.test(original.value);
}
