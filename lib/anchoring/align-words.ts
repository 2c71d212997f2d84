import { sharedLetters } from "./similarity";
import type { TokenisedText } from "./tokenised-text";

/** Tokens `from..to` of a text. */
export interface TokenSlice {
  side: TokenisedText;
  from: number;
  to: number;
}

/** Most pairs of tokens that are compared. */
export const MAX_PAIRS = 20_000;

/** As much as a short word: people edit by sentence. */
const EQUAL_SENTENCE_END = 4;
const EQUAL_SIGN = 0.5;
/** For two different figures: one was probably corrected to the other. */
const TWO_FIGURES = 0.6;
/** For a pair of equal tokens right after another one. */
const CONTINUES = 1;
/** Letters that two different words have in common count less than those of equal words. */
const SIMILAR_WORD = 0.9;

/**
 * Aligns the words of two short passages, also those that are only similar: the alignment in order (Needleman and Wunsch 1970) whose pairs
 * have the most letters in common. Of equally good ones, words pair with the earliest.
 * @param old at most `MAX_PAIRS` pairs with `now`, for which this takes about a millisecond
 * @returns for each token of `old` the index in `now.side` of its partner, or -1
 */
export function alignWords(old: TokenSlice, now: TokenSlice): Int32Array {
  const rows = old.to - old.from;
  const columns = now.to - now.from;
  if (rows * columns > MAX_PAIRS) throw new RangeError(`${rows} × ${columns} tokens are too many to align`);
  const oldTokens = tokensOf(old);
  const newTokens = tokensOf(now);
  const width = columns + 1;
  // best[row * width + column] is the best alignment of the tokens from there on, so that the way through it begins at the beginning.
  const best = new Float32Array((rows + 1) * width);
  const gains = new Float32Array(rows * columns);
  for (let row = rows - 1; row >= 0; row--) {
    const one = oldTokens[row] as Token;
    for (let column = columns - 1; column >= 0; column--) {
      const gain = gainOf(one, newTokens[column] as Token);
      const at = row * width + column;
      const skip = Math.max(best[at + width] as number, best[at + 1] as number);
      const pair = gain > 0 ? gain + (best[at + width + 1] as number) : 0;
      gains[row * columns + column] = gain;
      best[at] = Math.max(skip, pair);
    }
  }
  const partners = new Int32Array(rows).fill(-1);
  let row = 0;
  let column = 0;
  while (row < rows && column < columns) {
    const here = best[row * width + column] as number;
    const gain = gains[row * columns + column] as number;
    if (gain > 0 && Math.fround(gain + (best[(row + 1) * width + column + 1] as number)) === here)
      partners[row++] = now.from + column++;
    else if ((best[(row + 1) * width + column] as number) === here) row++;
    else column++;
  }
  return partners;
}

interface Token {
  id: number;
  /** The number of the token before it; 0 for the first. */
  before: number;
  text: string;
  isWord: boolean;
  isFigure: boolean;
  endsSentence: boolean;
}

function tokensOf({ side: { folded, tokens }, from, to }: TokenSlice): Token[] {
  return Array.from({ length: to - from }, (_, offset) => {
    const index = from + offset;
    const text = folded.text.slice(tokens.starts[index], tokens.ends[index]);
    return {
      id: tokens.ids[index] as number,
      before: offset === 0 ? 0 : (tokens.ids[index - 1] as number),
      text,
      isWord: (tokens.weights[index] as number) > 0,
      isFigure: /^\p{N}+$/u.test(text),
      endsSentence: /^[.!?…。！？؟।]$/.test(text),
    };
  });
}

function gainOf(one: Token, other: Token): number {
  if (one.id === other.id) {
    const own = one.isWord ? one.text.length + 1 : one.endsSentence ? EQUAL_SENTENCE_END : EQUAL_SIGN;
    return one.before !== 0 && one.before === other.before ? own + CONTINUES : own;
  }
  if (!one.isWord || !other.isWord) return 0;
  const shared = sharedLetters(one.text, other.text);
  if (shared > 0) return shared * SIMILAR_WORD;
  return one.isFigure && other.isFigure ? TWO_FIGURES : 0;
}
