import { type Alignment, alignTexts, type Kept } from "./align-texts";
import { similarity } from "./similarity";

/** A span of a text, in UTF-16 units. */
export interface TextRange {
  start: number;
  end: number;
}

export interface RangeCandidate extends TextRange {
  /** Likeness of the words, 0 to 1. */
  score: number;
}

/** What became of a span in a new version of its text. */
export type ReanchorOutcome =
  /** The same words at the same offsets. */
  | { kind: "exact"; range: TextRange }
  /** The same words at other offsets, surely the same passage. */
  | { kind: "moved"; range: TextRange }
  /** The passage is there, and its words were edited: an editor should look. `score` is their likeness, 0 to 1. */
  | { kind: "changed"; range: TextRange; score: number }
  /** The passage is gone, or stands nowhere for sure. Candidates, the best first, are for an editor to choose from. */
  | { kind: "orphaned"; candidates: RangeCandidate[] };

/** Below this likeness a place is only a candidate. */
const SURE = 0.42;

/** Below this it is not worth an editor's time. */
const WORTH_SHOWING = 0.2;

/** Finds what became of spans of an old text in a new one, all by one alignment of the two. */
export function reanchorAll(
  oldText: string,
  newText: string,
  spans: readonly TextRange[],
): ReanchorOutcome[] {
  const alignment = alignTexts(oldText, newText);
  return spans.map((span) => reanchor(alignment, span));
}

/**
 * Finds what became of a span. Words that were kept say where it is; how the edges of what changed are cut follows from the words
 * around them. A place that the alignment does not bear out is never taken: a wrong place is worse than none.
 * @throws RangeError for a span that is empty or outside the old text
 */
export function reanchor(alignment: Alignment, span: TextRange): ReanchorOutcome {
  const { oldText, newText } = alignment;
  if (!(span.start >= 0 && span.start < span.end && span.end <= oldText.length))
    throw new RangeError(`span ${span.start}..${span.end} is not inside 0..${oldText.length}`);
  const exact = oldText.slice(span.start, span.end);
  const pieces = mainPieces(alignment, span);
  const [first] = pieces;
  if (
    first &&
    pieces.length === 1 &&
    first.oldStart <= span.start &&
    first.oldStart + first.length >= span.end
  )
    return intact(span, span.start + first.newStart - first.oldStart);
  // A word at the edge may have been kept elsewhere by chance, while the whole passage stands here.
  for (const piece of pieces) {
    const start = span.start + piece.newStart - piece.oldStart;
    if (start >= 0 && newText.startsWith(exact, start)) return intact(span, start);
  }

  const range = pieces.length > 0 ? around(alignment, span, pieces) : betweenNeighbours(alignment, span);
  const trimmed = range && withoutEdgeSpace(newText, range, exact);
  if (trimmed && newText.slice(trimmed.start, trimmed.end) === exact) return intact(span, trimmed.start);
  const elsewhere = onlyFreePlace(alignment, exact);
  if (elsewhere !== null) return intact(span, elsewhere);
  if (!trimmed) return { kind: "orphaned", candidates: [] };
  const score = similarity(exact, newText.slice(trimmed.start, trimmed.end));
  if (score >= SURE) return { kind: "changed", range: trimmed, score };
  return { kind: "orphaned", candidates: score >= WORTH_SHOWING ? [{ ...trimmed, score }] : [] };
}

function intact(span: TextRange, start: number): ReanchorOutcome {
  const range = { start, end: start + span.end - span.start };
  return start === span.start ? { kind: "exact", range } : { kind: "moved", range };
}

/** The part of a kept stretch that lies in the span. */
interface Piece extends Kept {
  /** Index of the stretch in `Alignment.kept`. */
  index: number;
}

/**
 * The pieces of the span that were kept and belong together: those that stayed in their order, or those of one passage that was
 * moved, whichever holds more letters.
 */
function mainPieces({ kept, oldText }: Alignment, { start, end }: TextRange): Piece[] {
  const groups: Piece[][] = [];
  for (let index = firstBehind(kept, start); index < kept.length; index++) {
    const stretch = kept[index] as Kept;
    if (stretch.oldStart >= end) break;
    const from = Math.max(start, stretch.oldStart);
    const to = Math.min(end, stretch.oldStart + stretch.length);
    const piece = {
      oldStart: from,
      newStart: stretch.newStart + from - stretch.oldStart,
      length: to - from,
      moved: stretch.moved,
      index,
    };
    const group = groups.find((pieces) => belongs(pieces.at(-1) as Piece, piece));
    if (group) group.push(piece);
    else groups.push([piece]);
  }
  const weight = (pieces: Piece[]) =>
    pieces.reduce(
      (sum, piece) => sum + letters(oldText.slice(piece.oldStart, piece.oldStart + piece.length)),
      0,
    );
  let best: Piece[] = [];
  let most = 0;
  for (const group of groups) {
    const own = weight(group);
    if (own > most || best.length === 0) [best, most] = [group, own];
  }
  return best;
}

/** Whether a piece goes on where another ended: both in place, or both of one moved passage with little between them. */
function belongs(before: Piece, piece: Piece): boolean {
  if (before.moved !== piece.moved) return false;
  if (!piece.moved) return true;
  const oldGap = piece.oldStart - (before.oldStart + before.length);
  const newGap = piece.newStart - (before.newStart + before.length);
  return newGap >= 0 && newGap <= 2 * oldGap + 80;
}

/** Index of the first stretch that ends behind an offset of the old text. */
function firstBehind(kept: readonly Kept[], offset: number): number {
  let low = 0;
  let high = kept.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const stretch = kept[middle] as Kept;
    if (stretch.oldStart + stretch.length <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function letters(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

/** From the kept pieces outward: what became of the span's edges, where those were changed. */
function around(alignment: Alignment, span: TextRange, pieces: readonly Piece[]): TextRange {
  const first = pieces[0] as Piece;
  const last = pieces.at(-1) as Piece;
  const lastOld = last.oldStart + last.length;
  const lastNew = last.newStart + last.length;
  return {
    start: first.oldStart === span.start ? first.newStart : edgeBefore(alignment, span.start, first),
    end: lastOld === span.end ? lastNew : edgeBehind(alignment, span.end, last),
  };
}

/** Where a changed beginning begins: between the kept words before it and the first kept piece. */
function edgeBefore(
  { oldText, newText, kept, byNew, placeInNew }: Alignment,
  at: number,
  first: Piece,
): number {
  const oldFrom = endOf(kept[first.index - 1], "old");
  const newFrom = endOf(kept[byNew[(placeInNew[first.index] as number) - 1] ?? -1], "new");
  const oldHunk = oldText.slice(Math.min(oldFrom, at), first.oldStart);
  const newHunk = newText.slice(newFrom, first.newStart);
  return first.newStart - partLength(oldHunk, newHunk, oldText.slice(at, first.oldStart), "end");
}

/** Where a changed end ends: between the last kept piece and the kept words behind it. */
function edgeBehind(
  { oldText, newText, kept, byNew, placeInNew }: Alignment,
  at: number,
  last: Piece,
): number {
  const oldFrom = last.oldStart + last.length;
  const newFrom = last.newStart + last.length;
  const oldTo = kept[last.index + 1]?.oldStart ?? oldText.length;
  const newTo = kept[byNew[(placeInNew[last.index] as number) + 1] ?? -1]?.newStart ?? newText.length;
  const oldHunk = oldText.slice(oldFrom, Math.max(oldTo, at));
  return newFrom + partLength(oldHunk, newText.slice(newFrom, newTo), oldText.slice(oldFrom, at), "start");
}

function endOf(stretch: Kept | undefined, side: "old" | "new"): number {
  if (!stretch) return 0;
  return (side === "old" ? stretch.oldStart : stretch.newStart) + stretch.length;
}

/**
 * How much of a changed passage belongs to a part of it that lies at one edge.
 * @param oldHunk what was there between two kept words
 * @param newHunk what is there now
 * @param part what of `oldHunk` belongs to the span: its beginning or its end
 * @returns UTF-16 units of `newHunk`, counted from that edge
 */
function partLength(oldHunk: string, newHunk: string, part: string, edge: "start" | "end"): number {
  if (newHunk === "" || part.trim() === "") return 0;
  const cuts = cutsOf(newHunk, edge);
  const rest = edge === "start" ? oldHunk.slice(part.length) : oldHunk.slice(0, oldHunk.length - part.length);
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const length of cuts) {
    const own = edge === "start" ? newHunk.slice(0, length) : newHunk.slice(newHunk.length - length);
    const other = edge === "start" ? newHunk.slice(length) : newHunk.slice(0, newHunk.length - length);
    // What the two sides of the cut have in common with the two sides of the old cut, and how well their lengths fit.
    const cost = unlike(part, own) + unlike(rest, other);
    if (cost < least) [best, least] = [length, cost];
  }
  return best;
}

/** Characters that differ between two passages, with words taken as wholes. */
function unlike(one: string, other: string): number {
  const a = one.trim();
  const b = other.trim();
  const alike = a === "" || b === "" ? 0 : similarity(a, b);
  return (1 - alike) * Math.max(a.length, b.length);
}

/** Lengths at which a passage may be cut, from one edge: between words. At most a few dozen are tried. */
function cutsOf(hunk: string, edge: "start" | "end"): number[] {
  const ends = [
    0,
    ...[...hunk.matchAll(/[\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}\s]/gu)].flatMap((word) => [
      word.index,
      word.index + word[0].length,
    ]),
    hunk.length,
  ];
  const lengths = [...new Set(ends.map((end) => (edge === "start" ? end : hunk.length - end)))].sort(
    (x, y) => x - y,
  );
  const step = Math.ceil(lengths.length / 64);
  return lengths.filter((_, index) => index % step === 0 || index === lengths.length - 1);
}

/** Where nothing of the span was kept: what stands now between the words that were around it. */
function betweenNeighbours(alignment: Alignment, span: TextRange): TextRange | null {
  const { kept, oldText, newText } = alignment;
  const behind = kept.findIndex((stretch) => !stretch.moved && stretch.oldStart >= span.end);
  const after = kept[behind];
  const before = kept.slice(0, behind === -1 ? kept.length : behind).findLast((stretch) => !stretch.moved);
  const oldFrom = before ? before.oldStart + before.length : 0;
  const newFrom = before ? before.newStart + before.length : 0;
  const oldTo = after?.oldStart ?? oldText.length;
  const newTo = after?.newStart ?? newText.length;
  if (newTo <= newFrom) return null;
  const oldHunk = oldText.slice(oldFrom, oldTo);
  const newHunk = newText.slice(newFrom, newTo);
  const head = partLength(oldHunk, newHunk, oldText.slice(oldFrom, span.start), "start");
  const tail = partLength(oldHunk, newHunk, oldText.slice(span.end, oldTo), "end");
  const range = { start: newFrom + head, end: newTo - tail };
  return range.start < range.end ? range : null;
}

/** A span that neither began nor ended with white space does not begin to now. */
export function withoutEdgeSpace(text: string, { start, end }: TextRange, exact: string): TextRange | null {
  let from = start;
  let to = end;
  if (!/^\s/.test(exact)) while (from < to && /\s/.test(text[from] as string)) from++;
  if (!/\s$/.test(exact)) while (to > from && /\s/.test(text[to - 1] as string)) to--;
  return from < to ? { start: from, end: to } : null;
}

/** Letters and digits that a quotation must have to be known again where nothing around it is as it was. */
const TELLING = 14;

/** The one place where the same words stand in what is new in the text; null where there is none, or more. */
function onlyFreePlace({ newText, kept, byNew }: Alignment, exact: string): number | null {
  if (letters(exact) < TELLING) return null;
  let found: number | null = null;
  for (let at = newText.indexOf(exact); at !== -1; at = newText.indexOf(exact, at + 1)) {
    if (!isFree(kept, byNew, at, at + exact.length)) continue;
    if (found !== null) return null;
    found = at;
  }
  return found;
}

/** Whether most of a range of the new text is not accounted for by what was kept of the old one. */
function isFree(kept: readonly Kept[], byNew: readonly number[], start: number, end: number): boolean {
  let low = 0;
  let high = byNew.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const stretch = kept[byNew[middle] as number] as Kept;
    if (stretch.newStart + stretch.length <= start) low = middle + 1;
    else high = middle;
  }
  let taken = 0;
  for (let place = low; place < byNew.length; place++) {
    const stretch = kept[byNew[place] as number] as Kept;
    if (stretch.newStart >= end) break;
    taken += Math.min(end, stretch.newStart + stretch.length) - Math.max(start, stretch.newStart);
  }
  return taken * 2 < end - start;
}
