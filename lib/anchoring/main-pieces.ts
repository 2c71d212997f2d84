import type { Alignment, UnchangedRun } from "./align-texts";
import type { TextRange } from "./text-range";

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
