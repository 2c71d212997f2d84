import type { AnchorDescription } from "./describe-anchor";
import { foldInvisible, toRaw } from "./fold-invisible";
import type { RangeCandidate } from "./reanchor";
import { similarity } from "./similarity";
import { type Tokens, tokenise, type Vocabulary } from "./tokenise";
import { tokenised } from "./tokenised-text";

/** A candidate with its text and the text around it. */
export type DescribedCandidate = AnchorDescription & {
  /** Similarity of the text, 0 to 1. */
  score: number;
};

/** Windows that share less than this part of the quotation's letters are skipped. */
const MIN_SHARED = 0.35;
/** Candidates with a lower similarity are not shown. */
const MIN_SCORE = 0.35;

/**
 * Finds the passages most similar to a quotation, for an editor to choose from: the last resort for an orphaned claim. A window as long as
 * the quotation slides over the text; only the windows that share most of its words are compared in full. Differences that no reader can
 * see are ignored.
 * @returns the best first, none overlapping, offsets in UTF-16 units
 */
export function findCandidates(text: string, quotation: string, limit = 3): RangeCandidate[] {
  const vocabulary: Vocabulary = new Map();
  const folded = foldInvisible(text);
  const foldedQuotation = foldInvisible(quotation).text;
  const quoted = tokenise(foldedQuotation, vocabulary);
  const { tokens } = tokenised(folded, vocabulary);
  const length = Math.min(quoted.ids.length, tokens.ids.length);
  const wanted = new Set(quoted.ids);
  const found: RangeCandidate[] = [];
  for (const window of bestWindows(tokens, quoted, length, limit * 4)) {
    // Every window has a word of the quotation. Words at the edges of the window that the quotation doesn't have are surroundings.
    let first = window;
    let last = window + length - 1;
    while (!wanted.has(tokens.ids[first] as number)) first++;
    while (!wanted.has(tokens.ids[last] as number)) last--;
    const start = tokens.starts[first] as number;
    const end = tokens.ends[last] as number;
    const score = similarity(foldedQuotation, folded.text.slice(start, end));
    if (score >= MIN_SCORE) found.push({ ...toRaw(folded, { start, end }), score });
  }
  return found.sort((a, b) => b.score - a.score || a.start - b.start).slice(0, limit);
}

/** Start indexes of the windows that share the most letters with the quotation, counting repeated words; none overlap. */
function bestWindows(tokens: Tokens, quoted: Tokens, length: number, limit: number): number[] {
  const remaining = new Map<number, number>();
  for (const id of quoted.ids) remaining.set(id, (remaining.get(id) ?? 0) + 1);
  const total = quoted.weights.reduce((sum, weight) => sum + weight, 0) || 1;
  let shared = 0;
  const enter = (index: number) => {
    const id = tokens.ids[index] as number;
    const count = remaining.get(id);
    if (count === undefined) return;
    if (count > 0) shared += tokens.weights[index] as number;
    remaining.set(id, count - 1);
  };
  const leave = (index: number) => {
    const id = tokens.ids[index] as number;
    const count = remaining.get(id);
    if (count === undefined) return;
    remaining.set(id, count + 1);
    if (count >= 0) shared -= tokens.weights[index] as number;
  };
  const scored: { at: number; shared: number }[] = [];
  for (let index = 0; index < length; index++) enter(index);
  for (let at = 0; ; at++) {
    if (shared >= MIN_SHARED * total) scored.push({ at, shared });
    if (at + length >= tokens.ids.length) break;
    leave(at);
    enter(at + length);
  }
  scored.sort((a, b) => b.shared - a.shared);
  const chosen: number[] = [];
  for (const { at } of scored) {
    if (chosen.length >= limit) break;
    if (chosen.every((other) => Math.abs(other - at) >= length)) chosen.push(at);
  }
  return chosen;
}
