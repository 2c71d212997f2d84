import type { Alignment, UnchangedRun } from "./align-texts";
import { alignWords } from "./align-words";
import { firstAtLeast } from "./first-at-least";
import type { Piece } from "./main-pieces";
import type { TextRange } from "./text-range";
import type { Tokens } from "./tokenise";
import type { TokenisedText } from "./tokenised-text";

/** Most words of a span that were changed at its edge; if it is more, the new edge can't be located. */
const MAX_CHANGED = 100;
/** Words of the old text beside a span that help to locate its edge. */
const MAX_BESIDE = 24;
/** Most words of the new text, from the unchanged piece on, among which the edge is looked for. */
const MAX_NEW = 130;

/** Tokens `from..to`. */
interface TokenRange {
  from: number;
  to: number;
}

/** Start of a changed beginning: between the unchanged text before it and the first unchanged piece. */
export function edgeBefore(alignment: Alignment, at: number, first: Piece): number {
  const { old, now, unchanged, byNew, orderInNew } = alignment;
  const neighbour = unchanged[byNew[(orderInNew[first.index] as number) - 1] ?? -1];
  const oldEnd = endOf(neighbour, "old");
  const oldFrom = neighbour && oldEnd <= first.oldStart ? oldEnd : 0;
  const newFrom = endOf(neighbour, "new");
  const inside = tokensWithin(old.tokens, at, first.oldStart);
  const beside = tokensWithin(old.tokens, Math.min(oldFrom, at), at);
  const changed = tokensWithin(now.tokens, newFrom, first.newStart);
  if (inside.from >= inside.to || inside.to - inside.from > MAX_CHANGED) return first.newStart;
  beside.from = Math.max(beside.from, beside.to - MAX_BESIDE);
  changed.from = Math.max(changed.from, changed.to - MAX_NEW);
  const cut = cutBefore(alignment, beside, inside, changed);
  return cut < changed.to ? (now.tokens.starts[cut] as number) : first.newStart;
}

/** End of a changed ending: between the last unchanged piece and the unchanged text after it. */
export function edgeAfter(alignment: Alignment, at: number, last: Piece): number {
  const { old, now, unchanged, byNew, orderInNew } = alignment;
  const neighbour = unchanged[byNew[(orderInNew[last.index] as number) + 1] ?? -1];
  const oldFrom = last.oldStart + last.length;
  const newFrom = last.newStart + last.length;
  const oldTo = neighbour && neighbour.oldStart >= oldFrom ? neighbour.oldStart : old.folded.text.length;
  const newTo = neighbour?.newStart ?? now.folded.text.length;
  const inside = tokensWithin(old.tokens, oldFrom, at);
  const beside = tokensWithin(old.tokens, at, Math.max(oldTo, at));
  const changed = tokensWithin(now.tokens, newFrom, newTo);
  if (inside.from >= inside.to || inside.to - inside.from > MAX_CHANGED) return newFrom;
  beside.to = Math.min(beside.to, beside.from + MAX_BESIDE);
  changed.to = Math.min(changed.to, changed.from + MAX_NEW);
  const cut = cutAfter(alignment, inside, beside, changed);
  return cut > changed.from ? (now.tokens.ends[cut - 1] as number) : newFrom;
}

/** For a span with no unchanged piece: the text that is now between its former neighbours. Null if it can't be located. */
export function betweenNeighbours(alignment: Alignment, span: TextRange): TextRange | null {
  const { old, now, unchanged, inOrder } = alignment;
  let low = 0;
  let high = inOrder.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((unchanged[inOrder[middle] as number] as UnchangedRun).oldStart >= span.end) high = middle;
    else low = middle + 1;
  }
  const before = unchanged[inOrder[low - 1] ?? -1];
  const after = unchanged[inOrder[low] ?? -1];
  const changed = tokensWithin(now.tokens, endOf(before, "new"), after?.newStart ?? now.folded.text.length);
  const inside = tokensWithin(old.tokens, span.start, span.end);
  const head = tokensWithin(old.tokens, Math.min(endOf(before, "old"), span.start), span.start);
  const tail = tokensWithin(
    old.tokens,
    span.end,
    Math.max(after?.oldStart ?? old.folded.text.length, span.end),
  );
  if (inside.from >= inside.to || inside.to - inside.from > MAX_CHANGED) return null;
  if (changed.from >= changed.to || changed.to - changed.from > MAX_NEW) return null;
  head.from = Math.max(head.from, head.to - MAX_BESIDE);
  tail.to = Math.min(tail.to, tail.from + MAX_BESIDE);
  const partners = partnersOf(alignment, { from: head.from, to: tail.to }, changed);
  const start = cutBefore(alignment, head, inside, changed, partners);
  const end = cutAfter(alignment, inside, tail, changed, partners);
  if (start >= end) return null;
  return { start: now.tokens.starts[start] as number, end: now.tokens.ends[end - 1] as number };
}

function endOf(run: UnchangedRun | undefined, side: "old" | "new"): number {
  if (!run) return 0;
  return (side === "old" ? run.oldStart : run.newStart) + run.length;
}

/** The tokens of a range; one that reaches over an end counts if most of it is in the range. */
function tokensWithin({ starts, ends }: Tokens, start: number, end: number): TokenRange {
  const isMostlyAfter = (index: number, offset: number) =>
    (starts[index] as number) + (ends[index] as number) >= 2 * offset;
  const boundary = (offset: number) => {
    const index = firstAtLeast(ends, offset + 1);
    return index < starts.length && !isMostlyAfter(index, offset) ? index + 1 : index;
  };
  const from = boundary(start);
  return { from, to: Math.max(from, boundary(end)) };
}

/** The partners of old tokens among new ones, by index in the old text. */
type Partners = (index: number) => number;

function partnersOf({ old, now }: Alignment, oldTokens: TokenRange, newTokens: TokenRange): Partners {
  const partners = alignWords({ side: old, ...oldTokens }, { side: now, ...newTokens });
  return (index) => partners[index - oldTokens.from] as number;
}

/** Index of the first new token that belongs to a span. @param beside the old tokens before it */
function cutBefore(
  alignment: Alignment,
  beside: TokenRange,
  inside: TokenRange,
  changed: TokenRange,
  partners = partnersOf(alignment, { from: beside.from, to: inside.to }, changed),
): number {
  let own = inside.from;
  while (own < inside.to && partners(own) === -1) own++;
  let other = beside.to - 1;
  while (other >= beside.from && partners(other) === -1) other--;
  const low = other >= beside.from ? partners(other) + 1 : changed.from;
  const high = own < inside.to ? partners(own) : changed.to;
  if (own === inside.from) return high;
  return shareOf(
    alignment,
    { own: { from: inside.from, to: own }, other: { from: other + 1, to: beside.to } },
    { from: low, to: high },
    "start",
  );
}

/** Index after the last new token that belongs to a span. @param beside the old tokens after it */
function cutAfter(
  alignment: Alignment,
  inside: TokenRange,
  beside: TokenRange,
  changed: TokenRange,
  partners = partnersOf(alignment, { from: inside.from, to: beside.to }, changed),
): number {
  let own = inside.to - 1;
  while (own >= inside.from && partners(own) === -1) own--;
  let other = beside.from;
  while (other < beside.to && partners(other) === -1) other++;
  const low = own >= inside.from ? partners(own) + 1 : changed.from;
  const high = other < beside.to ? partners(other) : changed.to;
  if (own === inside.to - 1) return low;
  return shareOf(
    alignment,
    { own: { from: own + 1, to: inside.to }, other: { from: beside.from, to: other } },
    { from: low, to: high },
    "end",
  );
}

/**
 * Where rewritten words end that have no partners: those of the span (`own`) and those beside it (`other`) were replaced by `rewritten`,
 * and each gets a share as large as it was before. A span gets no more sentences than it had.
 * @param edge the edge of the span
 */
function shareOf(
  { old, now }: Alignment,
  { own, other }: { own: TokenRange; other: TokenRange },
  rewritten: TokenRange,
  edge: "start" | "end",
): number {
  let { from, to } = rewritten;
  if (from >= to) return edge === "start" ? to : from;
  let sentences = sentenceEnds(old, own, edge);
  if (edge === "start") {
    for (let index = to - 1; index >= from; index--) {
      if (!endsSentence(now, index) || --sentences >= 0) continue;
      from = index + 1;
      break;
    }
  } else
    for (let index = from; index < to; index++) {
      if (!endsSentence(now, index) || --sentences >= 0) continue;
      to = isMark(now.tokens, index) ? index : index + 1;
      break;
    }
  if (from >= to) return edge === "start" ? to : from;
  const ownLetters = weightOf(old.tokens, own);
  const otherLetters = weightOf(old.tokens, other);
  if (otherLetters === 0) return edge === "start" ? from : to;
  const wanted = (weightOf(now.tokens, { from, to }) * ownLetters) / (ownLetters + otherLetters);
  let taken = 0;
  let cut = edge === "start" ? to : from;
  const step = edge === "start" ? -1 : 1;
  while (cut !== (edge === "start" ? from : to)) {
    const weight = now.tokens.weights[edge === "start" ? cut - 1 : cut] as number;
    if (taken > 0 && taken + weight / 2 > wanted) break;
    taken += weight;
    cut += step;
  }
  return cut;
}

/** How many sentences end within the words of a span that were rewritten. */
function sentenceEnds(side: TokenisedText, tokens: TokenRange, edge: "start" | "end"): number {
  // The sign at the very end of a beginning is followed by the unchanged rest of the span.
  const to = edge === "start" ? tokens.to - 1 : tokens.to;
  let count = 0;
  for (let index = tokens.from; index < to; index++) if (endsSentence(side, index)) count += 1;
  return count;
}

/** Whether a sentence or a line ends after a token. A full stop after a single letter is an abbreviation. */
function endsSentence(
  { folded: { lines }, tokens: { starts, ends } }: TokenisedText,
  index: number,
): boolean {
  const between = lines.slice(ends[index] as number, starts[index + 1] ?? lines.length);
  if (between.includes("\n")) return true;
  const sign = lines[starts[index] as number] as string;
  if (/[。！？।؟]/.test(sign)) return true;
  if (!/[.!?…]/.test(sign) || between === "") return false;
  const before = index > 0 ? (ends[index - 1] as number) - (starts[index - 1] as number) : 0;
  return sign !== "." || (before > 1 && !/\p{Ll}/u.test(lines[starts[index + 1] ?? -1] ?? ""));
}

function isMark({ weights }: Tokens, index: number): boolean {
  return weights[index] === 0;
}

function weightOf({ weights }: Tokens, { from, to }: TokenRange): number {
  let sum = 0;
  for (let index = from; index < to; index++) sum += weights[index] as number;
  return sum;
}
