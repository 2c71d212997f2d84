import type { Line } from "./line";
import { median } from "./median";

/** The size of a page, in points, and its lines in its main frame. */
export interface PageLines {
  number: number;
  top: number;
  bottom: number;
  lines: readonly Line[];
}

/** A line near the top or bottom of a page. */
interface Candidate {
  line: Line;
  page: number;
  /** Distance from the edge of its band, so that pages of different heights agree. */
  offset: number;
  band: "head" | "foot";
  /** Whether a wide gap, or its smaller size, separates it from the text. */
  separate: boolean;
  /** Whether a wide gap separates it, even if it reads as a sentence. */
  alone: boolean;
  /** Whether it is the outermost line and much shorter than those of the text. */
  short: boolean;
  /** Whether it is smaller than the text of its page. */
  small: boolean;
  /** Whether it is in the outermost row, in the margin. */
  inMargin: boolean;
}

/** Part of the page's height in which running heads and feet are. */
const BAND = 0.16;
/** The part that is the margin of a print. */
const MARGIN = 0.055;
/** How many lines from the top and bottom of a page can be such. */
const MAX_ROWS = 4;

/**
 * Finds running heads and feet and page numbers: lines at one height at the top or bottom of most pages, or of every other one, that are
 * equal but for a number which goes up with the pages. A line of the text does not count, however often it occurs.
 */
export function findRunningLines(pages: readonly PageLines[]): Set<Line> {
  const candidates = pages.flatMap(candidatesOf);
  const found = new Set<Line>();
  const byPage = Map.groupBy(candidates, ({ page, band }) => `${page} ${band}`);
  const groups = Map.groupBy(
    candidates,
    ({ line, band, offset }) => `${band} ${Math.round(offset / 4)} ${line.text.replace(/\p{Nd}+/gu, "#")}`,
  );
  for (const [key, group] of groups) {
    // The rounding can part what belongs together.
    const [band, offset, ...text] = key.split(" ");
    const beside = groups.get(`${band} ${Number(offset) + 1} ${text.join(" ")}`) ?? [];
    const all = [...group, ...beside];
    if (isRunning(all, pages.length)) for (const { line } of all) found.add(line);
  }
  // A block of several lines: those beside a running one that are on as many pages.
  for (let round = 0; round < MAX_ROWS; round++)
    for (const group of groups.values())
      if (
        group.length > 2 &&
        (group.every(({ separate }) => separate) ||
          (group.length > 4 && group.length > 0.6 * pages.length)) &&
        numberingOf(group) !== "other" &&
        group.every((each) => isByRunning(each, byPage, found))
      )
        for (const { line } of group) found.add(line);
  // Page numbers first: what is beside them or in their size follows.
  for (const candidate of [...candidates, ...candidates])
    if (
      !found.has(candidate.line) &&
      (isNumberOfAll(candidate, pages.length) ||
        (candidate.separate &&
          (isInSizeOfRunning(candidate, byPage, found) ||
            isLonePageNumber(candidate, pages.length) ||
            isBesideRunning(candidate, byPage, found))))
    )
      found.add(candidate.line);
  return found;
}

function candidatesOf({ number, top, bottom, lines }: PageLines): Candidate[] {
  const height = top - bottom;
  const sorted = [...lines].sort((a, b) => b.y - a.y);
  const size = median(lines.map((line) => line.size)) || 10;
  const width = median(
    lines.map((line) => line.right - line.x),
    0.9,
  );
  const length = lines.reduce((sum, { text }) => sum + text.length, 0);
  const pick = (ordered: readonly Line[], band: "head" | "foot"): Candidate[] => {
    const picked: Candidate[] = [];
    let rows = 0;
    let outside = 0;
    for (let index = 0; index < ordered.length && rows < MAX_ROWS && picked.length < 30; index++) {
      const line = ordered[index] as Line;
      const offset = band === "head" ? top - line.y : line.y - bottom;
      if (offset > BAND * height) break;
      const before = ordered[index - 1];
      if (!before || Math.abs(before.y - line.y) > 0.3 * line.size) rows += 1;
      const next = ordered.slice(index + 1).find((other) => Math.abs(other.y - line.y) > 0.3 * line.size);
      outside += line.text.length;
      // A line with less farther inside than outside is the text.
      const gap = next && outside <= length - outside ? Math.abs(next.y - line.y) : 0;
      const outer = ordered.slice(0, index).findLast((other) => Math.abs(other.y - line.y) > 0.3 * line.size);
      const small = line.size < 0.88 * size;
      const isAlone = gap > 1.75 * line.size && (!outer || Math.abs(outer.y - line.y) > 1.75 * line.size);
      const isSentence = /[.!?。！？]["”’»)]*$/u.test(line.text) && line.text.split(" ").length > 6;
      picked.push({
        line,
        page: number,
        small,
        inMargin: !outer && offset <= MARGIN * height,
        short: !outer && line.right - line.x < 0.6 * width,
        offset,
        band,
        alone: isAlone,
        separate: small ? gap > 1.3 * size : isAlone && !isSentence && !/^\p{Ll}/u.test(line.text),
      });
    }
    // What is outside a separate line is separate as well, if it is small: heads of several lines are.
    let inside = false;
    for (const candidate of [...picked].reverse()) {
      inside ||= candidate.separate;
      candidate.separate ||= inside && candidate.small;
    }
    return picked;
  };
  return [...pick(sorted, "head"), ...pick(sorted.reverse(), "foot")];
}

/** Whether equal lines are a running head or foot. */
function isRunning(group: readonly Candidate[], pages: number): boolean {
  const byPage = [...new Map(group.map((each) => [each.page, each])).values()].sort(
    (a, b) => a.page - b.page,
  );
  if (byPage.length < 2) return false;
  const numbering = numberingOf(byPage);
  if (numbering === "other") return false;
  const [first, last] = [byPage[0] as Candidate, byPage.at(-1) as Candidate];
  const span = last.page - first.page + 1;
  // On every page of its span, or on every other.
  if (byPage.length < 0.5 * span - 0.5 || byPage.length < Math.min(3, pages) * 0.5) return false;
  const separate = byPage.filter((each) => each.separate).length > 0.6 * byPage.length;
  const marked = byPage.every(({ line }) => line.artifact);
  // A title can be a sentence: "What does it mean to be a maintainer?"
  if (numbering === "none" && pages > 2 && byPage.length === pages && byPage.every(({ alone }) => alone))
    return true;
  if (byPage.length === 2) return (separate && (numbering === "pages" || pages <= 4)) || marked;
  if (
    separate ||
    marked ||
    (numbering === "pages" && byPage.every(({ line }) => line.text.split(" ").length <= 3))
  )
    return true;
  // Close to the text and in its size: a short line at the very edge, and no part of a sentence.
  return (
    byPage.length > 2 &&
    byPage.every(({ line, short }) => short && !/^\p{Ll}|[.!?,;。！？-]["”’»)]*$/u.test(line.text))
  );
}

/** How the numbers in equal lines behave: constant, going up with the pages, or otherwise. */
function numberingOf(group: readonly Candidate[]): "none" | "pages" | "other" {
  const rows = group.map(({ line, page }) => ({
    page,
    numbers: (line.text.match(/\p{Nd}+/gu) ?? []).map(Number),
  }));
  const [first] = rows;
  let result: "none" | "pages" = "none";
  let rising = 0;
  for (let slot = 0; slot < (first?.numbers.length ?? 0); slot++) {
    const values = rows.map(({ numbers, page }) => ({ value: numbers[slot] as number, page }));
    if (values.every(({ value }) => value === values[0]?.value)) continue;
    const shift = (values[0]?.value ?? 0) - (values[0]?.page ?? 0);
    const isYear = values.every(({ value }) => value >= 1900 && value <= 2100);
    if (isYear || !values.every(({ value, page }) => value - page === shift)) return "other";
    result = "pages";
    rising += 1;
  }
  // Notes can say "3 See page 43" and "4 See page 44".
  return rising > 1 && (group[0]?.line.text.match(/\p{L}{2,}/gu) ?? []).length > 2 ? "other" : result;
}

/** A page number alone, "3", "– 3 –", "Page 3 of 9", "3/9", which is the number of its page. */
function isLonePageNumber({ line, page }: Candidate, pages: number): boolean {
  const match =
    /^(?:\p{L}{1,8}\.?\s)?[-–—|[(]?\s?(\d{1,4})\s?[-–—|\])]?(?:\s?(?:\/|\p{L}{1,4})\s?(\d{1,4}))?$/u.exec(
      line.text,
    );
  if (!match) return false;
  const [, own, total] = match;
  if (Number(own) !== page) return false;
  return total !== undefined ? Number(total) === pages : line.text.length <= 7;
}

/** "Page 3 of 9" as the outermost line of its page, however close to the text. */
function isNumberOfAll(candidate: Candidate, pages: number): boolean {
  return candidate.short && /\d\D+\d/.test(candidate.line.text) && isLonePageNumber(candidate, pages);
}

/** The candidates of a page and band. */
type ByPage = ReadonlyMap<string, readonly Candidate[]>;

/** Whether a line is directly above or below a running line, in its size. */
function isByRunning({ line, page, band }: Candidate, byPage: ByPage, found: ReadonlySet<Line>): boolean {
  return (byPage.get(`${page} ${band}`) ?? []).some(
    (other) =>
      found.has(other.line) &&
      Math.abs(other.line.y - line.y) <= 1.75 * line.size &&
      Math.abs(other.line.size - line.size) <= 0.2 * line.size,
  );
}

/** Whether a small line in the margin has the size of a running line at the other edge of its page, as the head and foot of a print have. */
function isInSizeOfRunning(
  { line, page, band, small, inMargin }: Candidate,
  byPage: ByPage,
  found: ReadonlySet<Line>,
): boolean {
  const others = byPage.get(`${page} ${band === "head" ? "foot" : "head"}`) ?? [];
  return (
    small &&
    inMargin &&
    others.some((other) => found.has(other.line) && Math.abs(other.line.size - line.size) <= 0.02 * line.size)
  );
}

/** Whether a line is on the row of a running line, in its size. */
function isBesideRunning({ line, page, band }: Candidate, byPage: ByPage, found: ReadonlySet<Line>): boolean {
  return (byPage.get(`${page} ${band}`) ?? []).some(
    (other) =>
      found.has(other.line) &&
      Math.abs(other.line.y - line.y) <= 0.3 * line.size &&
      Math.abs(other.line.size - line.size) <= 0.05 * line.size,
  );
}
