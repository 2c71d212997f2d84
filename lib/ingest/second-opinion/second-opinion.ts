import { compareWords } from "@/lib/fidelity/compare-words";
import { type ImportDifferences, NOT_COMPARED } from "@/lib/fidelity/import-difference";
import type { Passage } from "@/lib/fidelity/passage";
import { JOINT } from "@/lib/fidelity/tokens-of";
import { markdownHtml } from "../markdown/markdown-html";
import { visibleText } from "./visible-text";

/** What an article was read from. */
export type Original =
  | { kind: "html" | "markdown" | "text"; value: string }
  | { kind: "docx"; bytes: Uint8Array; labels?: readonly string[] | undefined }
  | { kind: "pdf"; bytes: Uint8Array };

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
          isPage: original.kind === "html",
          isUnordered: original.kind === "pdf" || hasMarkdownNotes(original),
          labels: original.kind === "docx" ? original.labels : [],
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
async function passagesOf(original: Original): Promise<Passage[] | null> {
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
    case "pdf":
      return (await import("./pdf-text")).pdfText(original.bytes);
  }
}

/** Whether an original is Markdown with notes, which an import moves to the end. */
function hasMarkdownNotes(original: Original): boolean {
  return original.kind === "markdown" && /^ {0,3}\[\^[^\]\s]{1,60}\]:/m.test(original.value);
}
