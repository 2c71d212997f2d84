import type { Alignment, UnchangedRun } from "./align-texts";
import { firstAtLeast } from "./first-at-least";
import { letters } from "./main-pieces";
import type { TextRange } from "./text-range";

/** Letters and digits that a quotation needs to be recognised when nothing around it is unchanged. */
const MIN_DISTINCTIVE_LETTERS = 14;

/** A quotation is not searched for if each of its words occurs more often than this. */
const MAX_OCCURRENCES = 4096;

/** Most positions at which the quotation is compared letter by letter. */
const MAX_COMPARED = 32;

/** An occurrence of the text of a span. */
export interface Elsewhere {
  /** Offset in the folded new text. */
  start: number;
  /** The passage can only be this one: it is long, or a word beside it is the same as before. */
  isCertain: boolean;
}

/** A quotation of this many words is not written again by chance. */
const MIN_CERTAIN_WORDS = 6;

/**
 * Looks for the text of a span in the parts of the new text that the old one does not have. It is found by its rarest word, so that the
 * cost does not grow with the text.
 * @returns its only occurrence there; null if there is none, more than one, or too many to check
 */
export function onlyFreeOccurrence(alignment: Alignment, span: TextRange): Elsewhere | null {
  const { old, now } = alignment;
  const exact = old.folded.text.slice(span.start, span.end);
  if (letters(exact) < MIN_DISTINCTIVE_LETTERS) return null;
  const first = firstAtLeast(old.tokens.starts, span.start);
  const last = firstAtLeast(old.tokens.ends, span.end + 1);
  const rarest = rarestToken(alignment, first, last);
  if (rarest === null) return null;
  const positions = alignment.positions.of(old.tokens.ids[rarest] as number);
  if (positions.length > MAX_OCCURRENCES) return null;
  const before = (old.tokens.starts[rarest] as number) - span.start;
  let compared = 0;
  let found: Elsewhere | null = null;
  for (const position of positions) {
    // The words at both ends first: they are quicker to compare than the text.
    if (
      old.tokens.ids[first] !== now.tokens.ids[position - rarest + first] ||
      old.tokens.ids[last - 1] !== now.tokens.ids[position - rarest + last - 1]
    )
      continue;
    const at = (now.tokens.starts[position] as number) - before;
    if (at < 0 || !isFree(alignment, at, at + exact.length)) continue;
    if (++compared > MAX_COMPARED) return null;
    if (!now.folded.text.startsWith(exact, at)) continue;
    if (found !== null) return null;
    const newFirst = position - rarest + first;
    const isCertain =
      last - first >= MIN_CERTAIN_WORDS ||
      isSameWord(alignment, first - 1, newFirst - 1) ||
      isSameWord(alignment, last, newFirst + last - first);
    found = { start: at, isCertain };
  }
  return found;
}

/** Index of the token of the old text that is in the new text, but least often; null if one isn't there at all. */
function rarestToken({ old, positions }: Alignment, from: number, to: number): number | null {
  let rarest: number | null = null;
  let fewest = Number.POSITIVE_INFINITY;
  for (let index = from; index < to; index++) {
    const count = positions.count(old.tokens.ids[index] as number);
    if (count === 0) return null;
    if (count < fewest) [rarest, fewest] = [index, count];
  }
  return rarest;
}

/** Whether most of a range of the new text is new, not part of an unchanged run. */
function isFree({ unchanged, byNew, coveredBefore }: Alignment, start: number, end: number): boolean {
  const covered = (offset: number) => {
    let low = 0;
    let high = byNew.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((unchanged[byNew[middle] as number] as UnchangedRun).newStart < offset) low = middle + 1;
      else high = middle;
    }
    if (low === 0) return 0;
    const run = unchanged[byNew[low - 1] as number] as UnchangedRun;
    return (coveredBefore[low - 1] as number) + Math.min(run.length, offset - run.newStart);
  };
  return (covered(end) - covered(start)) * 2 < end - start;
}

function isSameWord({ old, now }: Alignment, oldIndex: number, newIndex: number): boolean {
  return (old.tokens.weights[oldIndex] ?? 0) > 0 && old.tokens.ids[oldIndex] === now.tokens.ids[newIndex];
}
