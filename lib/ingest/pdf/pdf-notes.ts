import type { Line } from "./line";
import type { ReadLines } from "./read-lines";

/** Longer texts are cut in a note; the title of a web page, which stands over each page of its print, can fill a line. */
const MAX_SHOWN = 240;
/** As many texts as a note names. */
const MAX_LISTED = 8;
/** The same for running heads: what is left out must be seen, and a report has another head for each chapter. */
const MAX_HEADS = 24;
const MAX_WATERMARKS = 5;

/** A text of a page that was left out on purpose. */
export interface LeftOut {
  page: number;
  text: string;
}

/**
 * The running heads, page numbers and watermarks that pdfNotes names in full. What a note cuts, or counts as one of "3 more", is not among
 * them: the comparison with the file lists it.
 */
export function namedInNotes({
  running,
  slanted,
}: Pick<ReadLines, "slanted"> & { running: readonly Line[] }): LeftOut[] {
  const groups = runningGroups(running);
  const named = groups.length > MAX_HEADS ? groups.slice(0, MAX_HEADS - 1) : groups;
  const watermarks = [...slanted].slice(0, MAX_WATERMARKS);
  return [
    ...named.flat().map(({ page, text }) => ({ page, text })),
    ...watermarks.flatMap(([text, pages]) => pages.map((page) => ({ page, text }))),
  ].filter(({ text }) => text.length <= MAX_SHOWN);
}

/** Running lines that are equal but for their numbers, the most frequent first. */
function runningGroups(lines: readonly Line[]): Line[][] {
  const groups = [...Map.groupBy(lines, ({ text }) => text.replace(/\p{Nd}+/gu, "#")).values()];
  return groups.sort((a, b) => b.length - a.length);
}

/** Sentences about what the text lacks of the PDF, or has in another form. */
export function pdfNotes({
  running,
  unsure,
  pages,
  pictures,
  damaged,
  cutOff,
  slanted,
  comments,
}: ReadLines & { running: readonly Line[]; unsure: readonly string[] }): string[] {
  const notes: string[] = [];
  if (running.length) notes.push(runningNote(running));
  for (const [text, numbers] of [...slanted].slice(0, MAX_WATERMARKS))
    notes.push(`Left out as a watermark: “${shortened(text)}” on ${pagesNote(numbers)}.`);
  if (unsure.length)
    notes.push(
      `${unsure.length === 1 ? "A hyphen" : `${unsure.length} hyphens`} at line ends may not belong in the text: ${listed(unsure.map((word) => `“${word}”`))}.`,
    );
  if (pictures.length)
    notes.push(
      `${capitalized(pagesNote(pictures))} ${pictures.length === 1 ? "has" : "have"} no text, only pictures. Run text recognition (OCR) on the file to import their text.`,
    );
  if (damaged.length)
    notes.push(`${capitalized(pagesNote(damaged))} could not be read. Compare the text with the file.`);
  if (cutOff.length)
    notes.push(
      `${capitalized(pagesNote(cutOff))} ${cutOff.length === 1 ? "has" : "have"} too much text, so the rest of it was left out. Split the file and import its parts.`,
    );
  if (comments)
    notes.push(
      `${comments === 1 ? "1 comment" : `${comments} comments`} on the pages of the PDF ${comments === 1 ? "was" : "were"} left out.`,
    );
  if (
    pages.length > 0 &&
    pages.some(({ lines }) => lines.some(({ text }) => /[\ue000-\uf8ff\ufffd]/.test(text)))
  )
    notes.push("Some characters in the file could not be identified. Compare the text with the file.");
  return notes;
}

function runningNote(lines: readonly Line[]): string {
  const each = runningGroups(lines).map((group) => {
    const numbers = [...new Set(group.map(({ page }) => page))];
    return `“${shortened(group[0]?.text ?? "")}” on ${numbers.length > 3 ? `${numbers.length} pages` : pagesNote(numbers)}`;
  });
  return `Left out as running heads and page numbers: ${listed(each, MAX_HEADS)}.`;
}

/** "page 3", "pages 2 and 5", "pages 1, 2, 3 and 12 more". */
function pagesNote(numbers: readonly number[]): string {
  return `${numbers.length === 1 ? "page" : "pages"} ${listed(numbers.map(String))}`;
}

function listed(items: readonly string[], most = MAX_LISTED): string {
  const shown =
    items.length > most ? [...items.slice(0, most - 1), `${items.length - most + 1} more`] : [...items];
  return shown.length < 2 ? (shown[0] ?? "") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}

function shortened(text: string): string {
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN - 1)}…` : text;
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
