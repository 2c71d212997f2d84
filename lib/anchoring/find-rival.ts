import type { Alignment, UnchangedRun } from "./align-texts";
import { firstAtLeast } from "./first-at-least";
import type { TextRange } from "./text-range";
import type { Tokens } from "./tokenise";

/** Words around a span that are compared with those around a rival. With as many unchanged on each side, a position is certain. */
const CONTEXT = 12;
/** Most words of a span that can have a rival; nobody writes a longer passage twice by chance. */
const MAX_WORDS = 30;
/** Most words in which a rival is looked for, on each side. */
const MAX_SEARCHED = 200;
/** Unchanged words after or before it that a rival needs. */
const MIN_CONTEXT = 2;

/**
 * A passage that is as likely what a span became as the one with its text: "Annex 2" can be the new "Annex 2", or the "Annex 3" that now
 * has the words of the old "Annex 2" around it. Such a passage was inserted beside the span, has most of its words and a figure where it
 * has one, and on one side more of the span's former surroundings than the span itself has now.
 * @param span in the old text
 * @param start where the text of the span is now
 * @returns the range in the new text
 */
export function findRival(alignment: Alignment, span: TextRange, start: number): TextRange | null {
  const { old, now } = alignment;
  const from = firstAtLeast(old.tokens.starts, span.start);
  const to = firstAtLeast(old.tokens.ends, span.end + 1);
  const count = to - from;
  if (count < 1 || count > MAX_WORDS) return null;
  const newFrom = firstAtLeast(now.tokens.starts, start);
  const after = sharedAfter(old.tokens, to, now.tokens, newFrom + count);
  const before = sharedBefore(old.tokens, from, now.tokens, newFrom);
  if (after >= CONTEXT && before >= CONTEXT) return null;
  const [previous, next] = neighbours(alignment, span);
  let best: number | null = null;
  let most = MIN_CONTEXT - 1;
  const look = (first: number, last: number, present: number, contextAt: (index: number) => number) => {
    for (let index = first; index <= last; index++) {
      const context = contextAt(index);
      if (context <= present || context <= most || !isAlike(alignment, from, index, count)) continue;
      best = index;
      most = context;
    }
  };
  if (after < CONTEXT) {
    const end = firstAtLeast(now.tokens.starts, next?.newStart ?? now.folded.text.length);
    const first = Math.max(newFrom + count, end - MAX_SEARCHED);
    look(first, end, after, (index) => sharedAfter(old.tokens, to, now.tokens, index + count));
  }
  if (before < CONTEXT) {
    const begin = firstAtLeast(now.tokens.ends, previous ? previous.newStart + previous.length : 0);
    const last = Math.min(newFrom - count, begin + MAX_SEARCHED);
    look(Math.max(0, begin - count), last, before, (index) =>
      sharedBefore(old.tokens, from, now.tokens, index),
    );
  }
  if (best === null) return null;
  return { start: now.tokens.starts[best] as number, end: now.tokens.ends[best + count - 1] as number };
}

/** The runs that stayed in order, before and after a span. */
function neighbours({ unchanged, inOrder }: Alignment, span: TextRange): [UnchangedRun?, UnchangedRun?] {
  const run = (position: number) => unchanged[inOrder[position] ?? -1];
  let low = 0;
  let high = inOrder.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((run(middle) as UnchangedRun).oldStart >= span.end) high = middle;
    else low = middle + 1;
  }
  let previous = low - 1;
  while (previous >= 0 && (run(previous) as UnchangedRun).oldStart >= span.start) previous--;
  const covering = run(previous);
  if (covering && covering.oldStart + covering.length > span.start) previous--;
  return [run(previous), run(low)];
}

/** Whether most of the words of two passages are equal, one by one, and the others are figures on both sides or on neither. */
function isAlike({ old, now }: Alignment, oldFrom: number, newFrom: number, count: number): boolean {
  if (newFrom + count > now.tokens.ids.length) return false;
  let equal = 0;
  let different = 0;
  for (let index = 0; index < count; index++) {
    const weight = old.tokens.weights[oldFrom + index] as number;
    if (old.tokens.ids[oldFrom + index] === now.tokens.ids[newFrom + index]) equal += weight;
    else if (isFigure(old, oldFrom + index) !== isFigure(now, newFrom + index)) return false;
    else different += weight;
  }
  return equal > 0 && equal >= different;
}

function isFigure({ folded, tokens }: Alignment["old"], index: number): boolean {
  return /^\p{N}/u.test(folded.text.slice(tokens.starts[index], tokens.ends[index]));
}

/** How many words after two passages are equal, at most `CONTEXT`. Where both texts end, nothing differs. */
function sharedAfter(old: Tokens, oldFrom: number, now: Tokens, newFrom: number): number {
  for (let count = 0; count < CONTEXT; count++) {
    const one = old.ids[oldFrom + count];
    const other = now.ids[newFrom + count];
    if (one === undefined && other === undefined) return CONTEXT;
    if (one !== other) return count;
  }
  return CONTEXT;
}

/** The same before two passages. */
function sharedBefore(old: Tokens, oldTo: number, now: Tokens, newTo: number): number {
  for (let count = 1; count <= CONTEXT; count++) {
    const one = old.ids[oldTo - count];
    const other = now.ids[newTo - count];
    if (one === undefined && other === undefined) return CONTEXT;
    if (one !== other) return count - 1;
  }
  return CONTEXT;
}
