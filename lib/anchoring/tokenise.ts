/** The words and symbols of a text; white space only separates them. */
export interface Tokens {
  /** UTF-16 offset where each token begins. */
  starts: Int32Array;
  /** UTF-16 offset after each token. */
  ends: Int32Array;
  /** A number for the token's text: equal tokens have equal numbers in all texts that share the vocabulary. */
  ids: Int32Array;
  /** UTF-16 units of letters and digits in it; 0 for symbols. */
  weights: Int32Array;
}

/** Token numbers, shared by the texts that are compared. */
export type Vocabulary = Map<string, number>;

/** Regular expression source (flag "u") for a letter of a script that doesn't separate words by spaces. */
export const UNSPACED = String.raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]`;

/**
 * A run of letters and digits; in scripts without spaces between words, one letter with its marks; any other symbol on its own.
 */
const TOKEN = new RegExp(
  String.raw`${UNSPACED}\p{M}*|(?:(?!${UNSPACED})[\p{L}\p{M}\p{N}])+|[^\p{L}\p{M}\p{N}\s]`,
  "gu",
);

const LETTER = /^[\p{L}\p{M}\p{N}]/u;

/** Finds the tokens of a text. */
export function tokenise(text: string, vocabulary: Vocabulary): Tokens {
  const starts: number[] = [];
  const ends: number[] = [];
  const ids: number[] = [];
  const weights: number[] = [];
  for (const { 0: word, index } of text.matchAll(TOKEN)) {
    let id = vocabulary.get(word);
    if (id === undefined) {
      id = vocabulary.size + 1;
      vocabulary.set(word, id);
    }
    starts.push(index);
    ends.push(index + word.length);
    ids.push(id);
    weights.push(LETTER.test(word) ? word.length : 0);
  }
  return {
    starts: Int32Array.from(starts),
    ends: Int32Array.from(ends),
    ids: Int32Array.from(ids),
    weights: Int32Array.from(weights),
  };
}
