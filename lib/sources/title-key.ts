/**
 * Accents of Latin, Greek and Cyrillic letters, vowel points of Hebrew and Arabic, and the Arabic letter stretcher. Marks of other
 * scripts are vowels, without which words can't be distinguished.
 */
const ACCENTS = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u0640\u064b-\u0652\u0670]/g;
const SEPARATORS = /[^\p{L}\p{M}\p{N}]+/gu;
/** UTF-16 units. The database compares no more. */
const MAX_LENGTH = 500;

/**
 * A normalised key of a title, equal for two titles that differ only in case, accents, punctuation and white space.
 * @returns null for a title without letters and digits
 */
export function titleKeyOf(title: string): string | null {
  const plain = foldCase(title);
  // Apostrophes and full stops inside words are dropped: "U.S." and "US", "don’t" and "dont" are the same.
  const words = plain.replace(/(?<=\p{L})['’ʼ.](?=\p{L})/gu, "").replace(SEPARATORS, " ");
  return words.normalize("NFC").trim().slice(0, MAX_LENGTH).trim() || null;
}

/** A text in lower case and without accents, with its punctuation. */
export function withoutAccents(text: string): string {
  return foldCase(text).normalize("NFC");
}

function foldCase(text: string): string {
  return text.normalize("NFKD").replace(ACCENTS, "").toUpperCase().toLowerCase();
}
