import type { PdfPage } from "./open-pdf";
import type { Glyph } from "./read-glyphs";

interface Annotation {
  subtype?: string;
  rect?: readonly number[];
  fieldType?: string;
  fieldValue?: unknown;
  buttonValue?: unknown;
  checkBox?: boolean;
  radioButton?: boolean;
  exportValue?: unknown;
  hidden?: boolean;
  password?: boolean;
  contentsObj?: { str?: string };
}

/** The notes that readers of a PDF attached to it, which are no part of it. */
const COMMENTS = new Set([
  "Text",
  "Highlight",
  "Underline",
  "Squiggly",
  "StrikeOut",
  "Caret",
  "Popup",
  "FileAttachment",
]);
/** More on a page are hostile. */
const MAX_ANNOTATIONS = 5000;

/**
 * The values of filled form fields that nothing on the page shows, as glyphs at their position, and how many comments are attached to the page.
 * @param shown the glyphs of the page
 */
export async function readFormFields(
  page: PdfPage,
  shown: readonly Glyph[],
): Promise<{ glyphs: Glyph[]; comments: number }> {
  const annotations = ((await page.getAnnotations()) as Annotation[]).slice(0, MAX_ANNOTATIONS);
  const viewport = page.getViewport({ scale: 1 });
  const glyphs: Glyph[] = [];
  let comments = 0;
  for (const annotation of annotations) {
    if (
      COMMENTS.has(annotation.subtype ?? "") &&
      annotation.subtype !== "Popup" &&
      annotation.contentsObj?.str?.trim()
    )
      comments += 1;
    const value = filledIn(annotation);
    if (value === "" || annotation.rect?.length !== 4 || glyphs.length > 100_000) continue;
    const [a = 0, b = 0] = viewport.convertToViewportPoint(
      annotation.rect[0] as number,
      annotation.rect[1] as number,
    );
    const [c = 0, d = 0] = viewport.convertToViewportPoint(
      annotation.rect[2] as number,
      annotation.rect[3] as number,
    );
    const [left, right] = [Math.min(a, c), Math.max(a, c)];
    const [bottom, top] = [viewport.height - Math.max(b, d), viewport.height - Math.min(b, d)];
    const isShown = shown.some(
      ({ x, y, text }) => x >= left - 1 && x <= right && y >= bottom - 1 && y <= top && text.trim(),
    );
    if (!isShown) glyphs.push(...drawn(value, { left, bottom, top }));
  }
  return { glyphs, comments };
}

/** What a person filled in; empty for other annotations. */
function filledIn({ subtype, fieldType, fieldValue, hidden, password, ...button }: Annotation): string {
  if (subtype !== "Widget" || hidden || password) return "";
  if (fieldType === "Tx" || fieldType === "Ch")
    return (Array.isArray(fieldValue) ? fieldValue : [fieldValue])
      .filter((each) => typeof each === "string")
      .join(", ")
      .slice(0, 10_000);
  if (fieldType !== "Btn" || typeof fieldValue !== "string" || fieldValue === "Off") return "";
  if (button.checkBox) return fieldValue === button.exportValue ? "☒" : "";
  return button.radioButton && fieldValue === button.buttonValue ? "◉" : "";
}

/** A text as glyphs from the upper left corner of its field, a line below the other. */
function drawn(text: string, { left, bottom, top }: { left: number; bottom: number; top: number }): Glyph[] {
  const lines = text.split(/\r\n|[\r\n]/);
  const size = Math.min(11, Math.max(4, (0.7 * (top - bottom)) / lines.length));
  const width = 0.5 * size;
  return lines.flatMap((line, row) =>
    [...line].map((character, column) => ({
      text: character,
      x: left + 2 + column * width,
      y: top - (row + 1) * 1.1 * size,
      width,
      size,
      angle: 0,
      font: "",
      isAdded: true,
      isPositioned: column === 0,
      vertical: false,
      artifact: false,
    })),
  );
}
