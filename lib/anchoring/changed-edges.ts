import type { Alignment, UnchangedRun } from "./align-texts";
import { alignWords } from "./align-words";
import type { Piece } from "./main-pieces";
import type { TextRange } from "./text-range";
import type { Tokens } from "./tokenise";
import {
  endsSentence,
  sentenceEnds,
  type TokenisedText,
  type TokenRange,
  tokensWithin,
  weightOf,
} from "./tokenised-text";

/** Most words of a span that were changed at its edge; if there are more, the new edge can't be located. */
const MAX_CHANGED = 100;
/** Words of the old text beside a span that help to locate its edge. */
const MAX_BESIDE = 24;
/** Most words of the new text that are searched for the edge, starting at the unchanged piece. */
const MAX_NEW = 130;

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

/** The partners of old tokens among new ones, by index in the old text. */
type Partners = (index: number) => number;

function partnersOf({ old, now }: Alignment, oldTokens: TokenRange, newTokens: TokenRange): Partners {
  const partners = alignWords({ side: old, ...oldTokens }, { side: now, ...newTokens });
  return (index) => partners[index - oldTokens.from] as number;
}

/**
 * Index of the first new token that belongs to a span. It is in the same sentence as the rest of the span, unless the words of the sentence
 * before are mostly the span's.
 * @param beside the old tokens before it
 */
function cutBefore(
  alignment: Alignment,
  beside: TokenRange,
  inside: TokenRange,
  changed: TokenRange,
  known?: Partners,
): number {
  const { old, now } = alignment;
  const partners = known ?? partnersOf(alignment, { from: beside.from, to: inside.to }, changed);
  const cut = cutBeforeBy(alignment, beside, inside, changed, partners);
  let sentences = sentenceEnds(old, inside);
  let limit = changed.to;
  while (limit > changed.from && !(endsSentence(now, limit - 1) && --sentences < 0)) limit--;
  if (cut >= limit) return cut;
  const isBoundary = isSameWord(
    alignment,
    lastWord(old, beside),
    lastWord(now, { from: changed.from, to: limit }),
  );
  if (!isBoundary && isMostlyOwn(alignment, inside, { from: cut, to: limit }, partners)) return cut;
  const sentence = { from: limit, to: changed.to };
  return cutBeforeBy(
    alignment,
    { from: beside.to, to: beside.to },
    inside,
    sentence,
    partnersOf(alignment, inside, sentence),
  );
}

function cutBeforeBy(
  alignment: Alignment,
  beside: TokenRange,
  inside: TokenRange,
  changed: TokenRange,
  partners: Partners,
): number {
  let own = inside.from;
  while (own < inside.to && partners(own) === -1) own++;
  let other = beside.to - 1;
  while (other >= beside.from && partners(other) === -1) other--;
  const low = other >= beside.from ? partners(other) + 1 : changed.from;
  const high = own < inside.to ? partners(own) : changed.to;
  if (own === inside.from) return startOfSplitWord(alignment, own, high, low);
  return shareOf(
    alignment,
    { own: { from: inside.from, to: own }, other: { from: other + 1, to: beside.to } },
    { from: low, to: high },
    "start",
  );
}

/** Index after the last new token that belongs to a span, by the same rule. @param beside the old tokens after it */
function cutAfter(
  alignment: Alignment,
  inside: TokenRange,
  beside: TokenRange,
  changed: TokenRange,
  known?: Partners,
): number {
  const { old, now } = alignment;
  const partners = known ?? partnersOf(alignment, { from: inside.from, to: beside.to }, changed);
  const cut = cutAfterBy(alignment, inside, beside, changed, partners);
  let sentences = sentenceEnds(old, inside);
  let limit = changed.from;
  while (limit < changed.to && !(endsSentence(now, limit) && --sentences < 0)) limit++;
  if (limit < changed.to && !isMark(now.tokens, limit)) limit++;
  if (cut <= limit) return cut;
  const isBoundary = isSameWord(
    alignment,
    firstWord(old, beside),
    firstWord(now, { from: limit, to: changed.to }),
  );
  if (!isBoundary && isMostlyOwn(alignment, inside, { from: limit, to: cut }, partners)) return cut;
  const sentence = { from: changed.from, to: limit };
  return cutAfterBy(
    alignment,
    inside,
    { from: beside.from, to: beside.from },
    sentence,
    partnersOf(alignment, inside, sentence),
  );
}

function cutAfterBy(
  alignment: Alignment,
  inside: TokenRange,
  beside: TokenRange,
  changed: TokenRange,
  partners: Partners,
): number {
  let own = inside.to - 1;
  while (own >= inside.from && partners(own) === -1) own--;
  let other = beside.from;
  while (other < beside.to && partners(other) === -1) other++;
  const low = own >= inside.from ? partners(own) + 1 : changed.from;
  const high = other < beside.to ? partners(other) : changed.to;
  if (own === inside.to - 1) return endOfSplitWord(alignment, own, low, high);
  return shareOf(
    alignment,
    { own: { from: own + 1, to: inside.to }, other: { from: beside.from, to: other } },
    { from: low, to: high },
    "end",
  );
}

/** Index of the first word of these tokens; -1 if there is none. */
function firstWord({ tokens }: TokenisedText, { from, to }: TokenRange): number {
  for (let index = from; index < to; index++) if (!isMark(tokens, index)) return index;
  return -1;
}

function lastWord({ tokens }: TokenisedText, { from, to }: TokenRange): number {
  for (let index = to - 1; index >= from; index--) if (!isMark(tokens, index)) return index;
  return -1;
}

function isSameWord({ old, now }: Alignment, oldIndex: number, newIndex: number): boolean {
  return oldIndex >= 0 && newIndex >= 0 && old.tokens.ids[oldIndex] === now.tokens.ids[newIndex];
}

/** Whether at least half of the letters of new tokens are in words that are partners of a span's. */
function isMostlyOwn({ now }: Alignment, inside: TokenRange, taken: TokenRange, partners: Partners): boolean {
  let own = 0;
  for (let index = inside.from; index < inside.to; index++) {
    const partner = partners(index);
    if (partner >= taken.from && partner < taken.to) own += now.tokens.weights[partner] as number;
  }
  return own > 0 && own * 2 >= weightOf(now, taken);
}

/** The start of a word that was split in two ("throughout" → "through out"), if its last part is at an index. */
function startOfSplitWord({ old, now }: Alignment, word: number, part: number, low: number): number {
  const text = old.folded.text.slice(old.tokens.starts[word], old.tokens.ends[word]);
  let joined = now.folded.text.slice(now.tokens.starts[part], now.tokens.ends[part]);
  for (let index = part - 1; index >= low && joined.length < text.length; index--) {
    joined = now.folded.text.slice(now.tokens.starts[index], now.tokens.ends[index]) + joined;
    if (joined === text) return index;
  }
  return part;
}

/** Index after the last part of a word that was split in two, if its first part is right before an index. */
function endOfSplitWord({ old, now }: Alignment, word: number, after: number, high: number): number {
  const text = old.folded.text.slice(old.tokens.starts[word], old.tokens.ends[word]);
  let joined = now.folded.text.slice(now.tokens.starts[after - 1], now.tokens.ends[after - 1]);
  for (let index = after; index < high && joined.length < text.length; index++) {
    joined += now.folded.text.slice(now.tokens.starts[index], now.tokens.ends[index]);
    if (joined === text) return index + 1;
  }
  return after;
}

/**
 * The end of rewritten words that have no partners: those of the span (`own`) and those beside it (`other`) were replaced by `rewritten`,
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
  let sentences = sentenceEnds(old, own);
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
  const ownLetters = weightOf(old, own);
  const otherLetters = weightOf(old, other);
  if (otherLetters === 0) return edge === "start" ? from : to;
  const wanted = (weightOf(now, { from, to }) * ownLetters) / (ownLetters + otherLetters);
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

function isMark({ weights }: Tokens, index: number): boolean {
  return weights[index] === 0;
}
