import { getDocumentProxy } from "unpdf";
import type { Passage } from "@/lib/fidelity/passage";
import { JOINT } from "@/lib/fidelity/tokens-of";

interface Item {
  str: string;
  transform: number[];
  width: number;
  height: number;
  hasEOL: boolean;
}

/**
 * All text of a PDF in the order of its content, a passage for each page: a second reader beside the one that imports. It knows no columns,
 * tables or running heads, but it loses nothing.
 */
export async function pdfText(bytes: Uint8Array): Promise<Passage[]> {
  // The reader takes ownership of the bytes.
  const document = await getDocumentProxy(Uint8Array.from(bytes));
  const passages: Passage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    const lines = linesOf(items as Partial<Item>[]);
    const isNumber = (line: string | undefined) => /^\W*\p{Nd}{1,4}\W*$/u.test(line ?? "");
    const first = isNumber(lines[0]) ? 1 : 0;
    const last = lines.length > first && isNumber(lines.at(-1)) ? lines.length - 1 : lines.length;
    // The number of the page.
    for (const line of [...lines.slice(0, first), ...lines.slice(last)])
      passages.push({ text: line, isAroundArticle: true });
    passages.push({ text: joined(lines.slice(first, last)), isAroundArticle: false });
  }
  return passages;
}

function linesOf(items: readonly Partial<Item>[]): string[] {
  const lines: string[] = [];
  let line = "";
  let last: Item | null = null;
  for (const each of items) {
    if (each.str === undefined || !each.transform) continue;
    const item = each as Item;
    if (item.str !== "") {
      line += last && line ? between(last, item) + item.str : item.str;
      last = item;
    }
    if (item.hasEOL) {
      if (line.trim()) lines.push(line);
      line = "";
      last = null;
    }
  }
  if (line.trim()) lines.push(line);
  return lines;
}

/** What separates two items of a line: a space where there is a gap, a joint where one is raised or smaller. */
function between(last: Item, item: Item): string {
  const [, , , , x = 0, y = 0] = item.transform;
  const [, , , , lastX = 0, lastY = 0] = last.transform;
  const size = Math.max(last.height, item.height, 1);
  const gap = Math.min(Math.abs(x - (lastX + last.width)), Math.abs(lastX - (x + item.width)));
  if (gap > 0.2 * size) return " ";
  return Math.abs(y - lastY) > 0.1 * size || Math.abs(item.height - last.height) > 0.15 * size ? JOINT : "";
}

/** The lines of a page as one text: a hyphen at the end of a line may belong to the word, or not. */
function joined(lines: readonly string[]): string {
  let text = "";
  for (const line of lines) {
    const end = text.trimEnd();
    text = /[\p{L}\p{Nd}][-\u00ad‐]$/u.test(end) ? end + JOINT + line.trimStart() : `${text}\n${line}`;
  }
  return text;
}
