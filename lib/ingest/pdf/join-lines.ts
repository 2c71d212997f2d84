import { isWrittenWithoutSpaces } from "./find-spaces";
import type { Table } from "./find-tables";
import { joinHyphen } from "./join-hyphen";
import type { Line } from "./line";
import { median } from "./median";
import { wordEvidence } from "./word-evidence";

/** A paragraph, or the cells of a table: rows of texts. */
export type PdfBlock = { kind: "paragraph"; text: string } | { kind: "table"; rows: string[][] };

/** The beginning of a list item. */
const BULLET = /^[•◦▪‣●○■]\s*/;
/** The end of a sentence. */
const ENDED = /[.!?:。！？؟۔][\]\d[]{0,5}["”’»)」』]{0,4}$/u;
const HYPHEN = /(?<=[\p{L}\p{M}\p{N}]) ?[-\u00ad‐]$/u;

/**
 * Joins lines into paragraphs, across columns, pages and what is between them, such as notes and captions.
 * @param pages the sizes of the pages, by number
 * @returns the blocks in reading order, and words whose hyphen at a line's end may be there only to divide them
 */
export function joinLines(
  items: readonly (Line | Table)[],
  pages: ReadonlyMap<number, PageSize> = new Map(),
): { blocks: PdfBlock[]; unsure: string[] } {
  const lines = items.filter((item) => "text" in item);
  const evidence = wordEvidence(lines.map(({ text }) => text));
  const unsure = new Set<string>();
  const layout = layoutOf(lines, pages);
  /** The last piece of a text and what comes between it and its next line. */
  const ending = (text: string, line: Line, before: Line): string => {
    if (!HYPHEN.test(before.text) || (/\s[-‐]$/u.test(before.text) && !layout.hyphensAfterSpace))
      return text + separatorOf(text, line, before, layout);
    const stem = text.slice(0, / [-\u00ad‐]$/u.test(text.slice(-2)) ? -2 : -1);
    if (text.endsWith("\u00ad")) return stem;
    const decision = joinHyphen(before.text.replace(HYPHEN, ""), line.text, evidence);
    if (decision.unsure)
      unsure.add(`${LAST_WORD.exec(stem.slice(-60))?.[0] ?? ""}-${FIRST_WORD.exec(line.text)?.[0] ?? ""}`);
    return stem + decision.between;
  };

  const drafts: Draft[] = [];
  let latest: Paragraph | null = null;
  for (const item of items) {
    if (!("text" in item)) {
      latest = null;
      drafts.push({ table: item.rows.map((row) => row.map((cell) => (cell ? joined(cell, ending) : ""))) });
      continue;
    }
    const open = openParagraph(item, drafts, latest, layout);
    if (open) {
      open.pieces.push(ending(open.pieces.pop() ?? "", item, open.last), item.text);
      open.last = item;
    }
    latest = open ?? { pieces: [item.text], last: item };
    if (!open) drafts.push(latest);
  }
  return {
    blocks: drafts.map((draft) =>
      "table" in draft
        ? { kind: "table", rows: draft.table }
        : { kind: "paragraph", text: draft.pieces.join("").replace(BULLET, "") },
    ),
    unsure: [...unsure],
  };
}

const LAST_WORD = /[\p{L}\p{M}\p{N}]+$/u;
const FIRST_WORD = /^[\p{L}\p{M}\p{N}]+/u;

/** A paragraph under construction, in pieces, because joining a long text again for each line takes long; or a table. */
type Draft = Paragraph | { table: string[][] };

interface Paragraph {
  pieces: string[];
  last: Line;
}

/** What separates a line from the next, if it does not end with a hyphen: usually a space. */
function separatorOf(text: string, line: Line, before: Line, layout: Layout): string {
  const tail = text.at(-1) ?? "";
  if (isWrittenWithoutSpaces(tail) && isWrittenWithoutSpaces(line.text)) return "";
  // A Korean line that ends inside a word has no space after it, where others have one.
  if (/\p{Script=Hangul}/u.test(tail) && layout.spacesBehind && !before.spaceBehind) return "";
  // A dash without spaces round it.
  if (/[\p{L}\p{N}][—–]$/u.test(text.slice(-2)) && !/\s[—–]\s/.test(text) && /^[\p{L}\p{N}]/u.test(line.text))
    return "";
  return " ";
}

function joined(lines: readonly Line[], ending: (text: string, line: Line, before: Line) => string): string {
  const pieces: string[] = [];
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    if (before) pieces.push(ending(pieces.pop() ?? "", line, before));
    pieces.push(line.text);
  });
  return pieces.join("");
}

/** How many blocks can be between the parts of a paragraph. */
const MAX_BETWEEN = 4;

/**
 * The paragraph that a line continues: that of the line before it, the last one, or one before notes and captions in other sizes.
 * @param latest the paragraph that got the line before this one
 */
function openParagraph(
  line: Line,
  drafts: readonly Draft[],
  latest: Paragraph | null,
  layout: Layout,
): Paragraph | null {
  if (latest && !beginsParagraph(line, latest.last, layout)) return latest;
  // Numbers of lines in the margin: each follows a line of the text.
  const newest = drafts.at(-1);
  if (newest && newest !== latest && "last" in newest && !beginsParagraph(line, newest.last, layout))
    return newest;
  for (let back = 2; back <= MAX_BETWEEN + 1 && back <= drafts.length; back++) {
    const draft = drafts.at(-back) as Draft;
    if (!("last" in draft) || !isAlike(draft.last, line)) continue;
    const isBetween = drafts
      .slice(1 - back)
      .every((each) => !("last" in each && isAlike(each.last, line) && !isInMargin(each.last, line)));
    return isBetween && continuesOver(line, draft.last, layout) ? draft : null;
  }
  return null;
}

/** Whether a line is the rest of a sentence before notes and captions. */
function continuesOver(line: Line, last: Line, layout: Layout): boolean {
  if (ENDED.test(last.text) || endsShort(last, layout) || line.bold || last.bold) return false;
  if (/^\p{Ll}/u.test(line.text)) return true;
  return last.page !== line.page && !BULLET.test(line.text) && line.size <= layout.bodySize * 1.05;
}

/** Whether a line is beside another and everything above and below it, as a note in the margin is. */
function isInMargin(one: Line, other: Line): boolean {
  return one.page === other.page && (one.x >= other.right || one.right <= other.x);
}

/** Whether two lines can be of one paragraph that something is between. Notes of 10 points can follow a text of 11. */
function isAlike(one: Line, other: Line): boolean {
  return (
    Math.abs(one.size - other.size) <= 0.04 * Math.max(one.size, other.size) && one.frame === other.frame
  );
}

/** In points. */
export interface PageSize {
  width: number;
  height: number;
}

/** What the lines of a document have in common. */
interface Layout {
  /** The usual distance of baselines, by size. */
  leading: ReadonlyMap<number, number>;
  /** Left and right edge of each line's column. */
  edges: ReadonlyMap<Line, { left: number; right: number }>;
  bodySize: number;
  pages: ReadonlyMap<number, PageSize>;
  /** Whether lines that end between words have a space after them. */
  spacesBehind: boolean;
  /** Whether hyphens at line ends stand apart, as some programs write them, and are no dashes. */
  hyphensAfterSpace: boolean;
}

function layoutOf(lines: readonly Line[], pages: ReadonlyMap<number, PageSize>): Layout {
  const gaps = new Map<number, number[]>();
  const sizes = new Map<number, number>();
  lines.forEach((line, index) => {
    const key = Math.round(line.size);
    sizes.set(key, (sizes.get(key) ?? 0) + line.text.length);
    const next = lines[index + 1];
    const gap = next && next.page === line.page && sameSize(line, next) ? line.y - next.y : 0;
    if (gap <= 0 || gap >= 4 * line.size) return;
    const known = gaps.get(key) ?? [];
    known.push(gap);
    gaps.set(key, known);
  });
  return {
    // A few gaps can all be between paragraphs.
    leading: new Map(
      [...gaps].map(([size, values]) => {
        const usual = median(values, 0.4);
        return [size, values.length < 6 ? Math.min(usual, 1.3 * size) : usual];
      }),
    ),
    edges: edgesOf(lines, pages),
    pages,
    bodySize: [...sizes].reduce((best, each) => (each[1] > best[1] ? each : best), [0, 0])[0],
    spacesBehind: lines.filter(({ spaceBehind }) => spaceBehind).length > 0.2 * lines.length,
    hyphensAfterSpace: !lines.some(({ text }) => /\p{L} [-\u2010] \p{L}/u.test(text)),
  };
}

/** On a page with more lines, each takes the edges of the page: comparing each with each would take long. */
const MAX_LINES = 2000;

/** The edges of each line's column: those of the lines of the same size above and below it on the page. */
function edgesOf(lines: readonly Line[], pages: ReadonlyMap<number, PageSize>): Layout["edges"] {
  const edges = new Map<Line, { left: number; right: number }>();
  for (const page of Map.groupBy(lines, (line) => line.page).values())
    for (const line of page) {
      let [left, right] = [line.x, line.right];
      let column = 0;
      if (page.length <= MAX_LINES)
        for (const other of page)
          if (
            sameSize(line, other) &&
            other.frame === line.frame &&
            other.x < line.right &&
            line.x < other.right
          ) {
            left = Math.min(left, other.x);
            right = Math.max(right, other.right);
            column += 1;
          }
      // Of so few lines, all can be short: the margins are equal then.
      const size = pages.get(line.page);
      if (
        size &&
        line.frame === "upright" &&
        column > 0 &&
        column < 3 &&
        left < 0.3 * size.width &&
        size.width - right < 0.7 * size.width
      ) {
        if (line.rightToLeft) left = Math.min(left, size.width - right);
        else right = Math.max(right, size.width - left);
      }
      edges.set(line, { left, right });
    }
  return edges;
}

function sameSize(one: Line, other: Line): boolean {
  return Math.abs(one.size - other.size) <= 0.12 * Math.max(one.size, other.size);
}

function beginsParagraph(line: Line, before: Line, layout: Layout): boolean {
  if (BULLET.test(line.text)) return true;
  if (!sameSize(line, before) || line.frame !== before.frame) return true;
  const ended = ENDED.test(before.text);
  const short = endsShort(before, layout);
  const indent = line.rightToLeft
    ? (layout.edges.get(line)?.right ?? line.right) - line.right
    : line.x - (layout.edges.get(line)?.left ?? line.x);
  const indented = indent > 0.7 * line.size && indent < 6 * line.size;
  // A heading in bold letters of the same size.
  if (line.bold !== before.bold && (short || ended) && !/^\p{Ll}/u.test(line.text)) return true;
  // Any one of these occurs by chance.
  const likely = [ended, short, indented].filter(Boolean).length >= 2;
  // The text goes on behind the notes of a page or column.
  const isBehind = line.page !== before.page || line.y > before.y;
  if (isBehind && before.size < line.size && !isAlike(line, before)) return true;
  // A page that ends early ends a paragraph.
  const height = layout.pages.get(before.page)?.height ?? 0;
  if (line.page !== before.page)
    return likely || (ended && before.y > 0.3 * height && before.frame === "upright");
  if (isFarBeside(line, before) || isBesideColumn(line, before, layout)) return true;
  if (line.y > before.y) return likely;
  if (before.y - line.y > 0.3 * line.size && isInMargin(line, before)) return true;
  const usual = layout.leading.get(Math.round(line.size)) ?? 1.2 * line.size;
  return before.y - line.y > 1.35 * Math.max(usual, line.size) || likely;
}

/** In sizes of the text: headings over neighbouring columns have more between them, parts of a line less. */
const WIDE_GAP = 3;

/** Whether a line is on the row of the one before it, far from it. */
function isFarBeside(line: Line, before: Line): boolean {
  const gap = Math.max(line.x - before.right, before.x - line.right);
  return Math.abs(line.y - before.y) <= 0.3 * line.size && gap > WIDE_GAP * line.size;
}

/** Columns are at least so wide, in sizes of the text. */
const COLUMN = 15;

/** Whether a line is on the row of the one before it, outside of its column: a note in the margin. */
function isBesideColumn(line: Line, before: Line, layout: Layout): boolean {
  const { left, right } = layout.edges.get(before) ?? { left: before.x, right: before.right };
  return (
    Math.abs(line.y - before.y) <= 0.3 * line.size &&
    right - left > COLUMN * before.size &&
    before.right > right - before.size &&
    line.x >= right + 0.7 * line.size
  );
}

/** Whether a line ends well before its column does. */
function endsShort(line: Line, layout: Layout): boolean {
  const { left, right } = layout.edges.get(line) ?? { left: line.x, right: line.right };
  const free = line.rightToLeft ? line.x - left : right - line.right;
  return free > 0.15 * (right - left);
}
