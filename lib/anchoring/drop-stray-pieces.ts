import type { Alignment } from "./align-texts";
import type { Piece } from "./main-pieces";
import { endsSentence, sentenceEnds, type TokenRange, weightOf } from "./sentence-ends";
import type { TextRange } from "./text-range";
import { tokensWithin } from "./tokens-within";

/** Most pieces that are dropped. */
const MAX_DROPPED = 3;

/**
 * Drops pieces at the edges of a span that were matched in another sentence by chance: its last word was replaced, and now is in the
 * sentence after it, or only its full stop is the same. Such a piece is lighter than half of what is between it and the rest, where
 * sentences end that did not before. A piece that has a sentence of its own is none: a sentence was inserted before it.
 * @param pieces at least one, in order
 * @returns at least one
 */
export function dropStrayPieces(
  alignment: Alignment,
  span: TextRange,
  pieces: readonly Piece[],
): readonly Piece[] {
  let kept = pieces;
  for (let dropped = 0; dropped < MAX_DROPPED && kept.length > 1; dropped++) {
    if (isStray(alignment, span, kept, "end")) kept = kept.slice(0, -1);
    else if (isStray(alignment, span, kept, "start")) kept = kept.slice(1);
    else break;
  }
  return kept;
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
