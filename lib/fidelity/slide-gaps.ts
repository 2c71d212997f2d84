import type { TokenMatch } from "@/lib/anchoring/match-tokens";

/** A side of a comparison: its words, folded, and how good each boundary between two of them is for a difference to begin or end at. */
export interface ComparedSide {
  folded: (index: number) => string;
  /** From 0, between two words, to 2, between two paragraphs. */
  boundary: (index: number) => number;
}

/** Words by which a gap is moved at most: a text that repeats itself would cost the square of its length. */
const MAX_SHIFT = 60;

/**
 * Moves words that one side alone has to where a reader would see them. Where they begin as what follows them does ("The … The …"), it is
 * open which of both is missing: the sentence or paragraph, not its end and the beginning of the next one.
 * @param matches what both sides have, in order
 * @returns the same words matched in all; a stretch between two gaps can become empty
 */
export function slideGaps(
  matches: readonly TokenMatch[],
  file: ComparedSide,
  text: ComparedSide,
): TokenMatch[] {
  const shifted = matches.map((match) => ({ ...match }));
  for (let index = 1; index < shifted.length; index++) {
    const before = shifted[index - 1] as TokenMatch;
    const after = shifted[index] as TokenMatch;
    const fileGap = [before.a + before.length, after.a] as const;
    const textGap = [before.b + before.length, after.b] as const;
    const isMissing = textGap[0] === textGap[1];
    if (isMissing === (fileGap[0] === fileGap[1])) continue;
    const shift = isMissing
      ? bestShift(file, fileGap, before, after)
      : bestShift(text, textGap, before, after);
    before.length += shift;
    after.a += shift;
    after.b += shift;
    after.length -= shift;
  }
  return shifted;
}

/** How far a gap is best moved, in words; 0 if it is best where it is, or as good. */
function bestShift(
  side: ComparedSide,
  [start, end]: readonly [number, number],
  before: TokenMatch,
  after: TokenMatch,
): number {
  const qualityOf = (shift: number) => side.boundary(start + shift) + side.boundary(end + shift);
  let best = 0;
  let quality = qualityOf(0);
  const consider = (shift: number) => {
    const other = qualityOf(shift);
    if (other > quality) [best, quality] = [shift, other];
  };
  for (let left = 1; left <= Math.min(before.length, MAX_SHIFT); left++) {
    if (side.folded(start - left) !== side.folded(end - left)) break;
    consider(-left);
  }
  for (let right = 1; right <= Math.min(after.length, MAX_SHIFT); right++) {
    if (side.folded(start + right - 1) !== side.folded(end + right - 1)) break;
    consider(right);
  }
  return best;
}
