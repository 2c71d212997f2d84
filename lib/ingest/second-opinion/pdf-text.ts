import { getDocumentProxy } from "unpdf";
import type { FilePassage } from "@/lib/fidelity/passage";
import { JOINT } from "@/lib/fidelity/tokens-of";
import { actualTextOf, nameActualText } from "../pdf/glyphs/actual-text";

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
 * @param leftOut lines that the import left out and named in a note: here they are around the article
 */
export async function pdfText(
  bytes: Uint8Array,
  leftOut: readonly { page: number; text: string }[] = [],
): Promise<FilePassage[]> {
  // The reader takes ownership of the bytes.
  const document = await getDocumentProxy(Uint8Array.from(nameActualText(bytes)));
  const passages: FilePassage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent({ includeMarkedContent: true });
    const lines = linesOf(withStatedTexts(items as Partial<Item & Marker>[]));
    const isNumber = (line: string | undefined) => /^\W*\p{Nd}{1,4}\W*$/u.test(line ?? "");
    const first = isNumber(lines[0]) ? 1 : 0;
    const last = lines.length > first && isNumber(lines.at(-1)) ? lines.length - 1 : lines.length;
    const named = leftOut.filter(({ page }) => page === number).map(({ text }) => squeezed(text));
    const isAround = lines.map(
      (line, index) => index < first || index >= last || takeLine(squeezed(line), named),
    );
    // What is between two running heads is one text.
    for (let from = 0; from < lines.length; ) {
      let to = from + 1;
      while (to < lines.length && isAround[to] === isAround[from]) to++;
      passages.push({ text: joined(lines.slice(from, to)), isAroundArticle: isAround[from] ?? false });
      from = to;
    }
  }
  return passages;
}

/** The beginning or end of marked content. */
interface Marker {
  type: string;
  tag: string | null;
}

/**
 * The items of a page; those for which the file states a text have it, the first of them in its place. Where the stated text has other figures
 * than the page shows, the items stay as they are shown, so that the difference is found.
 */
function withStatedTexts(items: readonly Partial<Item & Marker>[]): Partial<Item>[] {
  const read: Partial<Item>[] = [...items];
  let depth = 0;
  /** The text that is stated for the items from here on, and how many pieces are open around it. */
  let stated: { text: string; depth: number; at: number[] } | null = null;
  const finish = ({ text, at: [first, ...rest] }: { text: string; at: number[] }) => {
    const shown = [first, ...rest].map((index) => items[index ?? 0]?.str ?? "").join("");
    if (first === undefined || figuresIn(shown) !== figuresIn(text)) return;
    read[first] = { ...items[first], str: text };
    for (const index of rest) read[index] = { ...items[index], str: "" };
  };
  for (const [index, item] of items.entries()) {
    if (item.type?.startsWith("beginMarkedContent")) {
      const text = actualTextOf(item.tag);
      if (text?.trim() && !stated) stated = { text, depth, at: [] };
      depth += 1;
    } else if (item.type === "endMarkedContent") {
      depth -= 1;
      if (!stated || depth > stated.depth) continue;
      finish(stated);
      stated = null;
    } else if (stated && item.str?.trim()) stated.at.push(index);
  }
  if (stated) finish(stated);
  return read;
}

/** The digits of a text, in any script, one after the other. */
function figuresIn(text: string): string {
  return (text.normalize("NFKC").match(/\p{Nd}/gu) ?? []).join("");
}

/** Whether a line is one of the texts, or several after one another; those are used up. */
function takeLine(line: string, texts: string[]): boolean {
  const used: string[] = [];
  let rest = line;
  while (rest !== "") {
    const next = texts.find((text) => text !== "" && !used.includes(text) && rest.startsWith(text));
    if (next === undefined) return false;
    used.push(next);
    rest = rest.slice(next.length);
  }
  for (const text of used) texts.splice(texts.indexOf(text), 1);
  return line !== "";
}

function squeezed(text: string): string {
  return text.normalize("NFKC").replaceAll(/[\s\u00ad]+/gu, "");
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
      if (line.trim()) lines.push(joinedInitial(line));
      line = "";
      last = null;
    }
  }
  if (line.trim()) lines.push(joinedInitial(line));
  return lines;
}

/** A single letter at the start of a line may be the initial of its first word. */
function joinedInitial(line: string): string {
  return line.replace(/^(["“„«‘']?\p{Lu})[ \ue0f0]+(?=\p{Ll})/u, `$1${JOINT}`);
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
  // In pieces: joining the text again for each line would take long.
  const pieces: string[] = [];
  for (const line of lines) {
    const end = pieces.at(-1)?.trimEnd() ?? "";
    // A hyphen may belong to the word or not; a single letter may be the initial of the line.
    if (/[\p{L}\p{Nd}][-\u00ad‐]$/u.test(end.slice(-3)) || /^["“„«‘']?\p{Lu}$/u.test(end)) {
      pieces[pieces.length - 1] = end;
      pieces.push(JOINT, line.trimStart());
    } else pieces.push("\n", line);
  }
  return pieces.join("");
}
