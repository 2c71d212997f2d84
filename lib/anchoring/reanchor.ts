import { type Alignment, alignTexts, type UnchangedRun } from "./align-texts";
import { similarity } from "./similarity";

/** A span of a text, in UTF-16 units. */
export interface TextRange {
  start: number;
  end: number;
}

export interface RangeCandidate extends TextRange {
  /** Similarity of the text, 0 to 1. */
  score: number;
}

/** What became of a span in a new version of its text. */
export type ReanchorOutcome =
  /** The same text at the same offsets. */
  | { kind: "exact"; range: TextRange }
  /** The same text at other offsets, certainly the same passage. */
  | { kind: "moved"; range: TextRange }
  /** The passage was edited: an editor should check it. `score` is the similarity, 0 to 1. */
  | { kind: "changed"; range: TextRange; score: number }
  /** The passage is gone or can't be located with certainty. Candidates, the best first, are for an editor to choose from. */
  | { kind: "orphaned"; candidates: RangeCandidate[] };

/** With a lower similarity a range is only a candidate. */
const MIN_CHANGED_SCORE = 0.42;

/** Candidates with a lower similarity are not shown. */
const MIN_CANDIDATE_SCORE = 0.2;

/** Re-anchors spans of an old text in a new one, with a single alignment of the two. One outcome per span, in the same order. */
export function reanchorAll(
  oldText: string,
  newText: string,
  spans: readonly TextRange[],
): ReanchorOutcome[] {
  const alignment = alignTexts(oldText, newText);
  return spans.map((span) => reanchor(alignment, span));
}

/**
 * Re-anchors one span. Its unchanged words locate it; the edges of changed passages are derived from the words around them.
 * A range that the alignment does not support is never used: a wrong anchor is worse than none.
 * @throws RangeError for a span that is empty or outside the old text
 */
export function reanchor(alignment: Alignment, span: TextRange): ReanchorOutcome {
  const { oldText, newText } = alignment;
  if (!(span.start >= 0 && span.start < span.end && span.end <= oldText.length))
    throw new RangeError(`span ${span.start}..${span.end} is not inside 0..${oldText.length}`);
  const exact = oldText.slice(span.start, span.end);
  const pieces = mainPieces(alignment, span);
  // A word at the edge can be aligned elsewhere by chance although the full passage is here.
  for (const piece of pieces) {
    const start = span.start + piece.newStart - piece.oldStart;
    if (start >= 0 && newText.startsWith(exact, start)) return intact(span, start);
  }

  const range = pieces.length > 0 ? rangeAround(alignment, span, pieces) : betweenNeighbours(alignment, span);
  const trimmed = range && withoutEdgeSpace(newText, range, exact);
  if (trimmed && newText.slice(trimmed.start, trimmed.end) === exact) return intact(span, trimmed.start);
  const elsewhere = onlyFreeOccurrence(alignment, exact);
  if (elsewhere !== null) return intact(span, elsewhere);
  if (!trimmed) return { kind: "orphaned", candidates: [] };
  const score = similarity(exact, newText.slice(trimmed.start, trimmed.end));
  if (score >= MIN_CHANGED_SCORE) return { kind: "changed", range: trimmed, score };
  return { kind: "orphaned", candidates: score >= MIN_CANDIDATE_SCORE ? [{ ...trimmed, score }] : [] };
}

function intact(span: TextRange, start: number): ReanchorOutcome {
  const range = { start, end: start + span.end - span.start };
  return start === span.start ? { kind: "exact", range } : { kind: "moved", range };
}

/** The part of an unchanged run that lies in the span. */
interface Piece extends UnchangedRun {
  /** Index of the run in `Alignment.unchanged`. */
  index: number;
}

/**
 * The unchanged pieces of the span that belong together: those that stayed in order, or those of one moved passage. Of all such
 * groups the one with the most letters.
 */
function mainPieces({ unchanged, oldText }: Alignment, { start, end }: TextRange): Piece[] {
  const groups: Piece[][] = [];
  for (let index = firstAfter(unchanged, start); index < unchanged.length; index++) {
    const run = unchanged[index] as UnchangedRun;
    if (run.oldStart >= end) break;
    const from = Math.max(start, run.oldStart);
    const to = Math.min(end, run.oldStart + run.length);
    const piece = {
      oldStart: from,
      newStart: run.newStart + from - run.oldStart,
      length: to - from,
      moved: run.moved,
      index,
    };
    const group = groups.find((pieces) => isContinuation(pieces.at(-1) as Piece, piece));
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

/** Whether a piece continues another: both stayed in order, or both belong to one moved passage with little between them. */
function isContinuation(before: Piece, piece: Piece): boolean {
  if (before.moved !== piece.moved) return false;
  if (!piece.moved) return true;
  const oldGap = piece.oldStart - (before.oldStart + before.length);
  const newGap = piece.newStart - (before.newStart + before.length);
  return newGap >= 0 && newGap <= 2 * oldGap + 80;
}

/** Index of the first run that ends after an offset of the old text. */
function firstAfter(unchanged: readonly UnchangedRun[], offset: number): number {
  let low = 0;
  let high = unchanged.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const run = unchanged[middle] as UnchangedRun;
    if (run.oldStart + run.length <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function letters(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

/** The range of the span in the new text: its unchanged pieces, extended over edges that were changed. */
function rangeAround(alignment: Alignment, span: TextRange, pieces: readonly Piece[]): TextRange {
  const first = pieces[0] as Piece;
  const last = pieces.at(-1) as Piece;
  const lastOld = last.oldStart + last.length;
  const lastNew = last.newStart + last.length;
  return {
    start: first.oldStart === span.start ? first.newStart : edgeBefore(alignment, span.start, first),
    end: lastOld === span.end ? lastNew : edgeAfter(alignment, span.end, last),
  };
}

/** Start of a changed beginning: between the unchanged text before it and the first unchanged piece. */
function edgeBefore(
  { oldText, newText, unchanged, byNew, orderInNew }: Alignment,
  at: number,
  first: Piece,
): number {
  const oldFrom = endOf(unchanged[first.index - 1], "old");
  const newFrom = endOf(unchanged[byNew[(orderInNew[first.index] as number) - 1] ?? -1], "new");
  const oldHunk = oldText.slice(Math.min(oldFrom, at), first.oldStart);
  const newHunk = newText.slice(newFrom, first.newStart);
  return first.newStart - partLength(oldHunk, newHunk, oldText.slice(at, first.oldStart), "end");
}

/** End of a changed ending: between the last unchanged piece and the unchanged text after it. */
function edgeAfter(
  { oldText, newText, unchanged, byNew, orderInNew }: Alignment,
  at: number,
  last: Piece,
): number {
  const oldFrom = last.oldStart + last.length;
  const newFrom = last.newStart + last.length;
  const oldTo = unchanged[last.index + 1]?.oldStart ?? oldText.length;
  const newTo = unchanged[byNew[(orderInNew[last.index] as number) + 1] ?? -1]?.newStart ?? newText.length;
  const oldHunk = oldText.slice(oldFrom, Math.max(oldTo, at));
  return newFrom + partLength(oldHunk, newText.slice(newFrom, newTo), oldText.slice(oldFrom, at), "start");
}

function endOf(run: UnchangedRun | undefined, side: "old" | "new"): number {
  if (!run) return 0;
  return (side === "old" ? run.oldStart : run.newStart) + run.length;
}

/**
 * How much of a changed hunk belongs to a part of it at one edge.
 * @param oldHunk the old text between two unchanged runs
 * @param newHunk the text there now
 * @param part the part of `oldHunk` that belongs to the span: its beginning or its end
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
    // How much both sides of this cut differ from both sides of the old cut.
    const cost = difference(part, own) + difference(rest, other);
    if (cost < least) [best, least] = [length, cost];
  }
  return best;
}

/** Characters that differ between two passages, counted by word. */
function difference(one: string, other: string): number {
  const a = one.trim();
  const b = other.trim();
  const shared = a === "" || b === "" ? 0 : similarity(a, b);
  return (1 - shared) * Math.max(a.length, b.length);
}

/** Lengths, from one edge, at which a hunk can be cut between words. At most 65, to bound the cost. */
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

/** For a span with no unchanged piece: the text that is now between its former neighbours. */
function betweenNeighbours(alignment: Alignment, span: TextRange): TextRange | null {
  const { unchanged, oldText, newText } = alignment;
  const afterIndex = unchanged.findIndex((run) => !run.moved && run.oldStart >= span.end);
  const after = unchanged[afterIndex];
  const before = unchanged
    .slice(0, afterIndex === -1 ? unchanged.length : afterIndex)
    .findLast((run) => !run.moved);
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

/** Trims white space from the edges of a range unless the original span had it there. Null if nothing remains. */
export function withoutEdgeSpace(text: string, { start, end }: TextRange, exact: string): TextRange | null {
  let from = start;
  let to = end;
  if (!/^\s/.test(exact)) while (from < to && /\s/.test(text[from] as string)) from++;
  if (!/\s$/.test(exact)) while (to > from && /\s/.test(text[to - 1] as string)) to--;
  return from < to ? { start: from, end: to } : null;
}

/** Letters and digits that a quotation needs to be recognised when nothing around it is unchanged. */
const MIN_DISTINCTIVE_LETTERS = 14;

/** Offset of the only occurrence of the text in the new parts of the new text; null if there is none, or more than one. */
function onlyFreeOccurrence({ newText, unchanged, byNew }: Alignment, exact: string): number | null {
  if (letters(exact) < MIN_DISTINCTIVE_LETTERS) return null;
  let found: number | null = null;
  for (let at = newText.indexOf(exact); at !== -1; at = newText.indexOf(exact, at + 1)) {
    if (!isFree(unchanged, byNew, at, at + exact.length)) continue;
    if (found !== null) return null;
    found = at;
  }
  return found;
}

/** Whether most of a range of the new text is new, not part of an unchanged run. */
function isFree(
  unchanged: readonly UnchangedRun[],
  byNew: readonly number[],
  start: number,
  end: number,
): boolean {
  let low = 0;
  let high = byNew.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const run = unchanged[byNew[middle] as number] as UnchangedRun;
    if (run.newStart + run.length <= start) low = middle + 1;
    else high = middle;
  }
  let taken = 0;
  for (let rank = low; rank < byNew.length; rank++) {
    const run = unchanged[byNew[rank] as number] as UnchangedRun;
    if (run.newStart >= end) break;
    taken += Math.min(end, run.newStart + run.length) - Math.max(start, run.newStart);
  }
  return taken * 2 < end - start;
}
