import { err, ok, type Result } from "@/lib/result";
import { joinDropCaps } from "./pdf/find-drop-caps";
import { findRunningLines } from "./pdf/find-running-lines";
import { findTables } from "./pdf/find-tables";
import { openPdf } from "./pdf/glyphs/open-pdf";
import { saveDepth } from "./pdf/glyphs/save-depth";
import { unendedObjects } from "./pdf/glyphs/unended-objects";
import { joinLines, type PdfBlock } from "./pdf/join-lines";
import type { Line } from "./pdf/line";
import { mirrorBrackets } from "./pdf/mirror-brackets";
import { orderLines } from "./pdf/order-lines";
import { type LeftOut, namedInNotes, pdfNotes } from "./pdf/pdf-notes";
import { placeAddedLines } from "./pdf/place-added-lines";
import { type ReadPage, readLines } from "./pdf/read-lines";
import { resolveSoftHyphens } from "./pdf/resolve-soft-hyphens";
import { wordEvidence } from "./pdf/word-evidence";
import type { ArticleMetadata } from "./read-metadata";
import { readPdfMetadata } from "./read-pdf-title";

/** A PDF with more pages is a book. */
const MAX_PAGES = 500;
/** PDFs allow 28 (ISO 32000-1, annex C); programs that forget to restore the state reach a few for each page. */
const MAX_SAVE_DEPTH = 3000;
/** A file with more is no PDF that a program wrote. */
const MAX_UNENDED = 5000;

/** The text of a PDF. */
export interface PdfText {
  blocks: PdfBlock[];
  metadata: ArticleMetadata;
  /** What an editor should know about it, in sentences. */
  notes: string[];
  /** What a note names as left out: running heads, page numbers, watermarks. */
  leftOut: LeftOut[];
}

/**
 * Reads the paragraphs and tables of a PDF with text, in reading order. Running heads, page numbers and watermarks are left out, with a note.
 * @param bytes of the file
 */
export async function readPdf(bytes: Uint8Array): Promise<Result<PdfText, { message: string }>> {
  if (saveDepth(bytes, MAX_SAVE_DEPTH) >= MAX_SAVE_DEPTH)
    return err({
      message:
        "The PDF is nested too deeply to be an article. Print it to a new PDF, or copy its text and paste it.",
    });
  if (unendedObjects(bytes) > MAX_UNENDED)
    return err({
      message: "The PDF is damaged and cannot be read. Save it again, or copy its text and paste it.",
    });
  try {
    const document = await openPdf(bytes);
    if (document.numPages > MAX_PAGES)
      return err({
        message: `The PDF has ${document.numPages} pages; the limit is ${MAX_PAGES}. Extract the article's pages.`,
      });
    const read = await readLines(document);
    const lines = resolveSoftHyphens(mirrorBrackets(read.pages.flatMap((page) => page.lines)));
    const byPage = Map.groupBy(lines, ({ page }) => page);
    const pages = read.pages.map((page) => ({ ...page, lines: byPage.get(page.number) ?? [] }));
    const running = runningOf(pages, lines);
    const { words } = wordEvidence(lines.map(({ text }) => text));
    const occurrences = (word: string) => words.get(word.toLowerCase()) ?? 0;
    const items = pages.flatMap((page) =>
      pageItems(
        page.lines.filter((line) => !running.has(line)),
        occurrences,
      ),
    );
    const { blocks, unsure } = joinLines(
      items,
      new Map(read.pages.map(({ number, width, height }) => [number, { width, height }])),
    );
    if (!blocks.some((block) => block.kind === "table" || block.text.trim() !== ""))
      return err({
        message: read.pictures.length
          ? "The PDF contains only images. Run text recognition (OCR) on it first, or type in the text."
          : "The PDF has no text. Check that it is the right file, or type in the text.",
      });
    const metadata = await readPdfMetadata(document);
    return ok({
      blocks,
      metadata,
      notes: pdfNotes({ ...read, running: [...running], unsure }),
      leftOut: namedInNotes({ running: [...running], slanted: read.slanted }),
    });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return err({
      message: /password/i.test(reason)
        ? "The PDF is protected with a password. Save it without a password and try again."
        : `The PDF cannot be read (${reason}). Save it again, or copy its text and paste it.`,
    });
  }
}

/** The running heads and feet of a document; none if nothing else is in it: then they are its text. */
function runningOf(pages: readonly ReadPage[], lines: readonly Line[]): Set<Line> {
  const running = findRunningLines(
    pages.map((page) => ({ ...page, lines: page.lines.filter(({ frame }) => frame === page.frame) })),
  );
  return lines.every((line) => running.has(line)) ? new Set() : running;
}

/** The lines and tables of a page in reading order; what runs in another direction comes last. */
function pageItems(lines: readonly Line[], occurrences: (word: string) => number) {
  const frames = [...Map.groupBy(lines, (line) => line.frame).values()];
  return frames.flatMap((frame) => findTables(orderLines(placeAddedLines(joinDropCaps(frame, occurrences)))));
}
