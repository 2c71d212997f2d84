/** The words and signs of a text; white space only parts them. */
export interface Tokens {
  /** UTF-16 offset where each token begins. */
  starts: Int32Array;
  /** UTF-16 offset behind each token. */
  ends: Int32Array;
  /** A number for the token's words: equal words have equal numbers, in every text that shares the vocabulary. */
  ids: Int32Array;
  /** UTF-16 units of letters and digits in it; 0 for signs. */
  weights: Int32Array;
}

/** Numbers for words, shared by the texts that are compared. */
export type Vocabulary = Map<string, number>;

/** A letter of a script that parts no words by spaces, as part of a pattern with the flag "u". */
export const UNSPACED = String.raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]`;

/**
 * A run of letters and digits; in scripts that part no words by spaces, one letter with its marks; any other sign by itself.
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
