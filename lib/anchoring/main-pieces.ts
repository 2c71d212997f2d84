import type { Alignment, UnchangedRun } from "./align-texts";
import type { TextRange } from "./text-range";
import { endsSentence, sentenceEnds, type TokenRange, tokensWithin, weightOf } from "./tokenised-text";

/** The part of an unchanged run that lies in a span. */
export interface Piece extends UnchangedRun {
  /** Index of the run in `Alignment.unchanged`. */
  index: number;
}

/** Most groups of moved pieces that a piece can continue: the latest ones. Bounds the cost for a passage torn into many pieces. */
const MAX_OPEN_GROUPS = 16;

/**
 * The unchanged pieces of the span that belong together: those that stayed in order, or those of one moved passage. Of all such
 * groups the one with the most letters.
 */
export function mainPieces({ unchanged, old }: Alignment, { start, end }: TextRange): Piece[] {
  const groups: Piece[][] = [];
  let inOrder: Piece[] | undefined;
  const moved: Piece[][] = [];
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
    const group = run.moved
      ? moved.slice(-MAX_OPEN_GROUPS).find((pieces) => continues(pieces.at(-1) as Piece, piece))
      : inOrder;
    if (group) group.push(piece);
    else {
      const begun = [piece];
      groups.push(begun);
      if (run.moved) moved.push(begun);
      else inOrder = begun;
    }
  }
  const weight = (pieces: Piece[]) =>
    pieces.reduce(
      (sum, piece) => sum + letters(old.folded.text.slice(piece.oldStart, piece.oldStart + piece.length)),
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

/** Whether two moved pieces belong to one passage, with little between them. */
function continues(before: Piece, piece: Piece): boolean {
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

/** How many letters and digits a text has. */
export function letters(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

/** Most pieces that are dropped. */
const MAX_DROPPED = 3;

/**
 * Drops pieces at the edges of a span that were matched in another sentence by chance: its last word was replaced, and now is in the
 * sentence after it, or only its full stop is the same. Such a piece is lighter than half of what is between it and the rest, where
 * sentences end that did not before. A piece that has a sentence of its own is not dropped: a sentence was inserted before it.
 * @param pieces at least one, in order
 * @returns at least one
 */
export function dropStrayPieces(
  alignment: Alignment,
  span: TextRange,
  pieces: readonly Piece[],
): readonly Piece[] {
  let main = pieces;
  for (let dropped = 0; dropped < MAX_DROPPED && main.length > 1; dropped++) {
    if (isStray(alignment, span, main, "end")) main = main.slice(0, -1);
    else if (isStray(alignment, span, main, "start")) main = main.slice(1);
    else break;
  }
  return main;
}

/** Whether the piece at an edge is stray. @param pieces at least two */
function isStray(
  { old, now }: Alignment,
  span: TextRange,
  pieces: readonly Piece[],
  edge: "start" | "end",
): boolean {
  const [one, other] = (edge === "start" ? pieces.slice(0, 2) : pieces.slice(-2)) as [Piece, Piece];
  const piece = edge === "start" ? one : other;
  const own = ownTokens(old, piece);
  // A sentence of its own, or the end of one before the rest of the span.
  if (sentenceEnds(old, { from: own.from, to: edge === "start" ? own.to : own.to - 1 }) > 0) return false;
  const oldGap = tokensWithin(old.tokens, one.oldStart + one.length, other.oldStart);
  const newGap = tokensWithin(now.tokens, one.newStart + one.length, other.newStart);
  const weight = weightOf(old, own);
  if (weightOf(old, oldGap) === 0 && weight > 0) {
    // Nothing was replaced beside it: words were inserted into the span, or between two of its sentences.
    const reachesEdge =
      edge === "start" ? piece.oldStart <= span.start : piece.oldStart + piece.length >= span.end;
    if (reachesEdge || (own.from > 0 && endsSentence(old, own.from - 1))) return false;
  }
  return (
    weight * 2 < weightOf(now, newGap) &&
    sentenceEnds(now, newGap) > sentenceEnds(old, oldGap) &&
    weight <= weightOf(old, ownTokens(old, edge === "start" ? other : one))
  );
}

function ownTokens({ tokens }: Alignment["old"], { oldStart, length }: Piece): TokenRange {
  return tokensWithin(tokens, oldStart, oldStart + length);
}
