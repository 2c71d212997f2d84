import { getDocumentProxy } from "unpdf";
import { err, ok, type Result } from "@/lib/result";

/** More pages are a book. */
const MOST_PAGES = 500;

interface Line {
  text: string;
  /** Points from the page's lower left corner. */
  x: number;
  y: number;
  width: number;
  height: number;
  page: number;
}

/** The paragraphs of a PDF that holds text, a line each. Page numbers and lines that stand on most pages are left out. */
export async function readPdf(bytes: Uint8Array): Promise<Result<string, { message: string }>> {
  let lines: Line[];
  try {
    // The reader takes the bytes for itself.
    const document = await getDocumentProxy(Uint8Array.from(bytes));
    if (document.numPages > MOST_PAGES)
      return err({
        message: `The PDF has ${document.numPages} pages; ${MOST_PAGES} fit. Take out the pages of the article.`,
      });
    lines = [];
    for (let number = 1; number <= document.numPages; number++)
      lines.push(...linesOf(await (await document.getPage(number)).getTextContent(), number));
    lines = withoutRepeated(lines, document.numPages);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return err({
      message: /password/i.test(reason)
        ? "The PDF is locked with a password. Save it without one and give it again."
        : `The PDF cannot be read (${reason}). Save it anew, or copy its text and paste it.`,
    });
  }
  const text = paragraphsOf(lines).join("\n");
  return text.trim() === ""
    ? err({ message: "The PDF holds pictures and no text. Have its text recognised first, or type it in." })
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
  const lines: Line[] = [];
  let open: Line | null = null;
  for (const item of content.items as Partial<TextItem>[]) {
    if (item.str === undefined || !item.transform) continue;
    const [x, y] = [item.transform[4] ?? 0, item.transform[5] ?? 0];
    if (open && item.str !== "" && Math.abs(open.y - y) > 0.5 * Math.max(open.height, 1)) {
      lines.push(open);
      open = null;
    }
    if (item.str !== "") {
      if (!open) open = { text: "", x, y, width: 0, height: item.height ?? 0, page };
      open.text += item.str;
      open.width = Math.max(open.width, x + (item.width ?? 0) - open.x);
      open.height = Math.max(open.height, item.height ?? 0);
    }
    if (item.hasEOL && open) {
      lines.push(open);
      open = null;
    }
  }
  if (open) lines.push(open);
  return lines.map((line) => ({ ...line, text: line.text.trim() })).filter((line) => line.text !== "");
}

function withoutRepeated(lines: readonly Line[], pages: number): Line[] {
  const counts = new Map<string, Set<number>>();
  const keyOf = (line: Line) => `${Math.round(line.y)} ${line.text.replace(/\d+/g, "#")}`;
  for (const line of lines)
    counts.set(keyOf(line), (counts.get(keyOf(line)) ?? new Set<number>()).add(line.page));
  return lines.filter((line) => pages < 2 || (counts.get(keyOf(line))?.size ?? 0) <= Math.max(1, pages / 2));
}

/** What a point of a list begins with. */
const BULLET = /^[•◦▪‣●○■]\s*/;

/** Lines that belong together become paragraphs; a word that was broken at a line's end becomes whole. */
function paragraphsOf(lines: readonly Line[]): string[] {
  const gaps = lines
    .slice(1)
    .map((line, index) => (lines[index] as Line).y - line.y)
    .filter((gap) => gap > 0)
    .sort((a, b) => a - b);
  const usual = gaps[Math.floor(gaps.length * 0.4)] ?? 0;
  const right = Math.max(0, ...lines.map((line) => line.x + line.width));
  const paragraphs: string[] = [];
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    if (before === undefined || begins(line, before, usual, right)) paragraphs.push(line.text);
    else {
      const open = paragraphs.pop() as string;
      paragraphs.push(
        /\p{Ll}[-\u00ad\u2010]$/u.test(open) && /^\p{Ll}/u.test(line.text)
          ? open.slice(0, -1) + line.text
          : `${open} ${line.text}`,
      );
    }
  });
  return paragraphs.map((paragraph) => paragraph.replace(BULLET, ""));
}

function begins(line: Line, before: Line, usual: number, right: number): boolean {
  if (BULLET.test(line.text)) return true;
  const sameSize = Math.abs(line.height - before.height) <= 0.15 * Math.max(line.height, before.height);
  if (!sameSize) return true;
  const ended = /[.!?:。！？]["”’»)]*$/.test(before.text);
  const short = before.x + before.width < 0.85 * right;
  if (line.page !== before.page) return ended && short;
  return before.y - line.y > 1.35 * usual || (ended && (short || line.x > before.x + 8));
}
