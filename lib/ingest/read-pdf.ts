import { getDocumentProxy } from "unpdf";
import { err, ok, type Result } from "@/lib/result";

/** A PDF with more pages is a book. */
const MAX_PAGES = 500;

interface Line {
  text: string;
  /** Points from the page's lower left corner. */
  x: number;
  y: number;
  width: number;
  height: number;
  page: number;
}

/** The paragraphs of a PDF with text, one per line. Page numbers and lines repeated on most pages are dropped. */
export async function readPdf(bytes: Uint8Array): Promise<Result<string, { message: string }>> {
  let lines: Line[];
  try {
    // The reader takes ownership of the bytes.
    const document = await getDocumentProxy(Uint8Array.from(bytes));
    if (document.numPages > MAX_PAGES)
      return err({
        message: `The PDF has ${document.numPages} pages; the limit is ${MAX_PAGES}. Extract the article's pages.`,
      });
    lines = [];
    for (let number = 1; number <= document.numPages; number++)
      lines.push(...linesOf(await (await document.getPage(number)).getTextContent(), number));
    lines = withoutRepeated(lines, document.numPages);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return err({
      message: /password/i.test(reason)
        ? "The PDF is protected with a password. Save it without a password and try again."
        : `The PDF cannot be read (${reason}). Save it again, or copy its text and paste it.`,
    });
  }
  const text = paragraphsOf(lines).join("\n");
  return text.trim() === ""
    ? err({
        message: "The PDF contains only images. Run text recognition (OCR) on it first, or type in the text.",
      })
    : ok(text);
}

interface TextItem {
  str: string;
  transform: number[];
  width: number;
  height: number;
  hasEOL: boolean;
}

function linesOf(content: { items: unknown[] }, page: number): Line[] {
  const lines: OpenLine[] = [];
  let open: OpenLine | null = null;
  for (const item of content.items as Partial<TextItem>[]) {
    if (item.str === undefined || !item.transform) continue;
    const [x, y] = [item.transform[4] ?? 0, item.transform[5] ?? 0];
    if (open && item.str !== "" && Math.abs(open.y - y) > 0.5 * Math.max(open.height, 1)) {
      lines.push(open);
      open = null;
    }
    if (item.str !== "") {
      if (!open) open = { text: "", x, y, width: 0, height: item.height ?? 0, page, pieces: [] };
      open.pieces.push({ text: item.str, x, width: item.width ?? 0 });
      const right = Math.max(open.x + open.width, x + (item.width ?? 0));
      open.x = Math.min(open.x, x);
      open.width = right - open.x;
      open.height = Math.max(open.height, item.height ?? 0);
    }
    if (item.hasEOL && open) {
      lines.push(open);
      open = null;
    }
  }
  if (open) lines.push(open);
  return lines
    .map(({ pieces, ...line }) => ({ ...line, text: inReadingOrder(pieces).trim() }))
    .filter((line) => line.text !== "");
}

/** A line under construction. */
type OpenLine = Line & { pieces: Piece[] };

interface Piece {
  text: string;
  x: number;
  width: number;
}

const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Puts the pieces of a right-to-left line into reading order: in the file they run from the left, and only each piece is reversed. */
function inReadingOrder(pieces: readonly Piece[]): string {
  const text = pieces.map((piece) => piece.text).join("");
  const turned = text.match(new RegExp(RIGHT_TO_LEFT, "gu"))?.length ?? 0;
  if (pieces.length < 2 || turned <= (text.match(/\p{L}/gu)?.length ?? 0) / 2) return text;
  let ordered = "";
  // Left-to-right words are met from their end.
  let foreign = "";
  let between = "";
  for (const { text } of fromTheRight(pieces)) {
    if (RIGHT_TO_LEFT.test(text)) {
      ordered += foreign + between + text;
      foreign = between = "";
    } else if (/[\p{L}\p{N}]/u.test(text)) {
      foreign = text + between + foreign;
      between = "";
    } else if (foreign === "") ordered += text;
    else between += text;
  }
  return ordered + foreign + between;
}

/** Pieces from right to left, with a space where there is a gap. */
function fromTheRight(pieces: readonly Piece[]): Piece[] {
  const sorted = [...pieces].sort((a, b) => b.x - a.x);
  return sorted.flatMap((piece, index) => {
    const before = sorted[index - 1];
    const gap = before ? before.x - (piece.x + piece.width) : 0;
    return gap > 1 ? [{ text: " ", x: piece.x, width: gap }, piece] : [piece];
  });
}

function withoutRepeated(lines: readonly Line[], pages: number): Line[] {
  const counts = new Map<string, Set<number>>();
  const keyOf = (line: Line) => `${Math.round(line.y)} ${line.text.replace(/\d+/g, "#")}`;
  for (const line of lines)
    counts.set(keyOf(line), (counts.get(keyOf(line)) ?? new Set<number>()).add(line.page));
  return lines.filter((line) => pages < 2 || (counts.get(keyOf(line))?.size ?? 0) <= Math.max(1, pages / 2));
}

/** The beginning of a list item. */
const BULLET = /^[•◦▪‣●○■]\s*/;

/** Joins lines into paragraphs, and words hyphenated at line ends. */
function paragraphsOf(lines: readonly Line[]): string[] {
  const gaps = lines
    .slice(1)
    .map((line, index) => (lines[index] as Line).y - line.y)
    .filter((gap) => gap > 0)
    .sort((a, b) => a - b);
  const usual = gaps[Math.floor(gaps.length * 0.4)] ?? 0;
  const edges = edgesOf(lines);
  // Some programs put a gap before the hyphen of a broken word; if such hyphens also occur inside lines, they are dashes.
  const broken = lines.some(({ text }) => /\p{L} [-\u2010] \p{L}/u.test(text))
    ? /\p{Ll}[-\u00ad\u2010]$/u
    : /\p{Ll} ?[-\u00ad\u2010]$/u;
  const paragraphs: string[] = [];
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    if (before === undefined || beginsParagraph(line, before, usual, edges)) paragraphs.push(line.text);
    else {
      const open = paragraphs.pop() as string;
      paragraphs.push(
        broken.test(open) && /^\p{Ll}/u.test(line.text)
          ? open.replace(/ ?.$/u, "") + line.text
          : `${open} ${line.text}`,
      );
    }
  });
  return paragraphs.map((paragraph) => paragraph.replace(BULLET, ""));
}

/** Left and right edge of each line's column. */
type Edges = Map<Line, { left: number; right: number }>;

/** The edges of each line's column: those of the lines of the same size above and below it on the page. */
function edgesOf(lines: readonly Line[]): Edges {
  const edges: Edges = new Map();
  for (const page of Map.groupBy(lines, (line) => line.page).values())
    for (const line of page) {
      const column = page.filter(
        (other) => sameSize(line, other) && other.x < line.x + line.width && line.x < other.x + other.width,
      );
      edges.set(line, {
        left: Math.min(...column.map(({ x }) => x)),
        right: Math.max(...column.map(({ x, width }) => x + width)),
      });
    }
  return edges;
}

function sameSize(one: Line, other: Line): boolean {
  return Math.abs(one.height - other.height) <= 0.15 * Math.max(one.height, other.height);
}

function beginsParagraph(line: Line, before: Line, usual: number, edges: Edges): boolean {
  if (BULLET.test(line.text)) return true;
  if (!sameSize(line, before)) return true;
  const ended = /[.!?:。！？]["”’»)]*$/.test(before.text);
  const short = endsShort(before, edges.get(before));
  const indent = line.x - (edges.get(line)?.left ?? line.x);
  const indented = indent > 8 && indent < 60 && !RIGHT_TO_LEFT.test(line.text);
  // Any one of these occurs by chance.
  const likely = [ended, short, indented].filter(Boolean).length >= 2;
  if (line.page !== before.page || line.y > before.y) return likely;
  return before.y - line.y > 1.35 * usual || likely;
}

/** Whether a line ends well before its column does. */
function endsShort({ text, x, width }: Line, edges = { left: x, right: x + width }): boolean {
  const free = RIGHT_TO_LEFT.test(text) ? x - edges.left : edges.right - (x + width);
  return free > 0.15 * (edges.right - edges.left);
}
