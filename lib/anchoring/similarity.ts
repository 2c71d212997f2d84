import { diff_core } from "fast-myers-diff";
import { tokenise, type Vocabulary } from "./tokenise";

/** Longest words compared letter by letter, in UTF-16 units; longer ones count as different. */
const MAX_WORD_LENGTH = 64;

/**
 * Similarity of the words of two passages, 0 to 1: twice the letters and digits in common words, in order, divided by all letters and
 * digits (the Dice coefficient). A word replaced by another counts by the letters they share, if they share most.
 */
export function similarity(one: string, other: string): number {
  const vocabulary: Vocabulary = new Map();
  const a = tokenise(one, vocabulary);
  const b = tokenise(other, vocabulary);
  const wordsA = wordsOf(a.ids, a.weights);
  const wordsB = wordsOf(b.ids, b.weights);
  const total = sum(a.weights) + sum(b.weights);
  // Passages of punctuation alone have no words to share.
  if (total === 0) return one.trim() === other.trim() ? 1 : 0;
  if (wordsA.length * wordsB.length > 4_000_000) return 0;
  const word = (tokens: typeof a, text: string, index: number) =>
    text.slice(tokens.starts[index], tokens.ends[index]);
  let common = 0;
  let from = { a: 0, b: 0 };
  const countUnchanged = (until: number) => {
    for (let index = from.a; index < until; index++) common += a.weights[wordsA[index] as number] as number;
  };
  const edits = diff_core(
    0,
    wordsA.length,
    0,
    wordsB.length,
    (i, j) => a.ids[wordsA[i] as number] === b.ids[wordsB[j] as number],
  );
  for (const [sa, ea, sb, eb] of edits) {
    countUnchanged(sa);
    for (let pair = 0; pair < Math.min(ea - sa, eb - sb); pair++)
      common += sharedLetters(
        word(a, one, wordsA[sa + pair] as number),
        word(b, other, wordsB[sb + pair] as number),
      );
    from = { a: ea, b: eb };
  }
  countUnchanged(wordsA.length);
  return (2 * common) / total;
}

/** Letters that two words have in common at their beginning and end; 0 if that is half of the longer word or less. */
export function sharedLetters(one: string, other: string): number {
  const shorter = Math.min(one.length, other.length);
  if (shorter > MAX_WORD_LENGTH) return 0;
  // Most pairs of words: this makes the comparison of many quick.
  if (one[0] !== other[0] && one[one.length - 1] !== other[other.length - 1]) return 0;
  let head = 0;
  while (head < shorter && one[head] === other[head]) head++;
  let tail = 0;
  while (tail < shorter - head && one[one.length - 1 - tail] === other[other.length - 1 - tail]) tail++;
  const shared = head + tail;
  return shared * 2 > Math.max(one.length, other.length) ? shared : 0;
}

function wordsOf(ids: Int32Array, weights: Int32Array): number[] {
  const words: number[] = [];
  for (let index = 0; index < ids.length; index++) if ((weights[index] as number) > 0) words.push(index);
  return words;
}

function sum(values: Int32Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
