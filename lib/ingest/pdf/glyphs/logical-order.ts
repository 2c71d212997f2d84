import type { Glyph } from "./read-glyphs";

const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const RIGHT_TO_LEFT_LETTER =
  /(?=\p{L})[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const NUMBER = /\p{Nd}/u;
const ARABIC = /(?=\p{L})[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;
/** Between the digits of a number in any script. */
const SEPARATOR = /^[.,:/٫٬]$/u;
/** Beside a number: in Hebrew they stay on their side of it, in Arabic they change sides like other signs. */
const SIGN_OF_NUMBER = /^[%٪$€£¥₪°#]$/u;

/** A letter with its marks, in the order in which they are read. */
type Cluster = readonly Glyph[];

/** Whether a text is read from right to left: most of its letters are. */
export function isRightToLeft(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  return 2 * letters.filter((letter) => RIGHT_TO_LEFT.test(letter)).length > letters.length;
}

/** Whether there is a letter that is read from right to left. */
export function hasRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT_LETTER.test(text);
}

/** A glyph in reading order. */
export interface OrderedGlyph {
  glyph: Glyph;
  /** Whether it is read from right to left. */
  turned: boolean;
  /** The range of the word or number that it is part of and that is read from left to right, else its own. */
  x: number;
  right: number;
}

/**
 * Puts the glyphs of a line with right-to-left letters into the order in which they are read. In the file they are in any order; only their
 * positions are known.
 */
export function logicalOrder(glyphs: readonly Glyph[]): OrderedGlyph[] {
  const clusters = clustersOf(glyphs);
  const textOf = (cluster: Cluster) => cluster.map(({ text }) => text).join("");
  const all = clusters.map(textOf).join("");
  const isArabic = ARABIC.test(all);
  const kinds = clusters.map((cluster) => kindOf(textOf(cluster), isArabic));
  const spans = isRightToLeft(all) ? rightToLeftSpans(kinds) : leftToRightSpans(kinds);
  return spans.flatMap(({ from, to, turned }) => {
    const span = clusters.slice(from, to);
    if (turned) span.reverse();
    let [x, right] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const cluster of span)
      for (const glyph of cluster)
        [x, right] = [Math.min(x, glyph.x), Math.max(right, glyph.x + glyph.width)];
    return span.flatMap((cluster) => cluster.map((glyph) => ({ glyph, turned, x, right })));
  });
}

type Kind = "right" | "left" | "number" | "sign" | "separator" | "space" | "other";

function kindOf(text: string, isArabic: boolean): Kind {
  if (NUMBER.test(text)) return "number";
  if (RIGHT_TO_LEFT.test(text) && /[\p{L}\p{M}]/u.test(text)) return "right";
  if (/\p{L}/u.test(text)) return "left";
  if (text.trim() === "") return "space";
  if (SEPARATOR.test(text)) return "separator";
  return SIGN_OF_NUMBER.test(text) && !isArabic ? "sign" : "other";
}

/** Glyphs from left to right, marks with the letter over or under which they stand. */
function clustersOf(glyphs: readonly Glyph[]): Cluster[] {
  const isMark = ({ text }: Glyph) => /^\p{M}+$/u.test(text);
  const bases = glyphs.filter((glyph) => !isMark(glyph)).sort((a, b) => a.x - b.x);
  const clusters = bases.map((base) => [base]);
  for (const mark of glyphs.filter(isMark)) {
    const middle = mark.x + mark.width / 2;
    let [low, high] = [0, bases.length];
    while (low < high) {
      const at = (low + high) >> 1;
      if ((bases[at] as Glyph).x <= middle) low = at + 1;
      else high = at;
    }
    // The closest letter: marks can be a little to the side of theirs.
    let best: { cluster: Glyph[]; distance: number } | null = null;
    for (let at = Math.max(0, low - 3); at < Math.min(bases.length, low + 3); at++) {
      const { text, x, width } = bases[at] as Glyph;
      if (!/\p{L}/u.test(text)) continue;
      const distance =
        Math.max(x - middle, middle - (x + width), 0) + 0.01 * Math.abs(x + width / 2 - middle);
      if (!best || distance < best.distance) best = { cluster: clusters[at] as Glyph[], distance };
    }
    (best?.cluster ?? clusters[Math.max(0, low - 1)])?.push(mark);
  }
  return clusters;
}

/** Half-open range of clusters, from left to right on the page. */
interface Span {
  from: number;
  to: number;
  turned: boolean;
}

/** The spans of a right-to-left line in reading order: from the right, but words of other scripts and numbers as they are. */
function rightToLeftSpans(kinds: readonly Kind[]): Span[] {
  const spans: Span[] = [];
  let to = kinds.length;
  while (to > 0) {
    const kind = kinds[to - 1] as Kind;
    if (kind !== "left" && kind !== "number" && !(kind === "sign" && isBesideNumber(kinds, to - 1))) {
      spans.push({ from: to - 1, to, turned: true });
      to -= 1;
      continue;
    }
    let from = startOf(kinds, to);
    while (
      from < to - 1 &&
      (kinds[from] === "other" || kinds[from] === "space" || kinds[from] === "separator")
    )
      from += 1;
    spans.push({ from, to, turned: false });
    to = from;
  }
  return spans;
}

/** How far back to look for the beginning: longer passages than a line are hostile. */
const MAX_BACK = 400;

/** The start of the words of other scripts, or of the number, that end before a position. */
function startOf(kinds: readonly Kind[], end: number): number {
  let from = end;
  while (from > Math.max(0, end - MAX_BACK) && kinds[from - 1] !== "right") from -= 1;
  // Without a letter between them, numbers are read one after the other from the right.
  if (kinds.slice(from, end).includes("left")) return from;
  let start = end;
  while (start > from) {
    const kind = kinds[start - 1] as Kind;
    const isInside = kinds[start - 2] === "number" && kinds[start] === "number";
    if (kind !== "number" && kind !== "sign" && !(kind === "separator" && isInside)) break;
    start -= 1;
  }
  return start === end ? end - 1 : start;
}

function isBesideNumber(kinds: readonly Kind[], at: number): boolean {
  return kinds[at - 1] === "number" || kinds[at + 1] === "number";
}

/** The spans of a left-to-right line in reading order: each passage of right-to-left words is turned. */
function leftToRightSpans(kinds: readonly Kind[]): Span[] {
  const spans: Span[] = [];
  let at = 0;
  while (at < kinds.length) {
    if (kinds[at] !== "right") {
      let to = at + 1;
      while (to < kinds.length && kinds[to] !== "right") to += 1;
      spans.push({ from: at, to, turned: false });
      at = to;
      continue;
    }
    let to = at + 1;
    let last = to;
    while (to < kinds.length && kinds[to] !== "left") {
      to += 1;
      if (kinds[to - 1] === "right") last = to;
    }
    for (const span of rightToLeftSpans(kinds.slice(at, last)))
      spans.push({ from: span.from + at, to: span.to + at, turned: span.turned });
    at = last;
  }
  return spans;
}
