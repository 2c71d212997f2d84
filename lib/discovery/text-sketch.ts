/** Consecutive words that are hashed together. */
const SHINGLE = 5;

/** A run of letters and digits; in scripts that don't separate words by spaces, one letter. */
const WORD =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]|[\p{L}\p{M}\p{N}]+/gu;

/** UTF-16 units of a text that are hashed, which takes at most about 100 ms. */
const MAX_SKETCHED = 500_000;

/** Maximum number of hashes in a sketch. */
export const SKETCH_SIZE = 64;

/**
 * A fingerprint for finding near-duplicate texts: the smallest hashes of all runs of five words (Broder, "On the resemblance and
 * containment of documents", 1997). Ignores case and punctuation.
 * Only the first 500,000 UTF-16 units count: two long texts that begin alike are near-duplicates.
 * @returns at most 64 distinct 32-bit signed integers, ascending; for a text of fewer than five words, one hash of all
 */
export function sketchOf(text: string): number[] {
  const words = text.slice(0, MAX_SKETCHED).toLowerCase().match(WORD) ?? [];
  // Only candidates are collected: collecting and sorting all hashes would take most of the time.
  let smallest: number[] = [];
  let candidates: number[] = [];
  let bound = Number.POSITIVE_INFINITY;
  const select = () => {
    smallest = [...new Set([...smallest, ...candidates])].sort((a, b) => a - b).slice(0, SKETCH_SIZE);
    candidates = [];
    if (smallest.length === SKETCH_SIZE) bound = smallest[SKETCH_SIZE - 1] as number;
  };
  for (let at = 0; at + SHINGLE <= Math.max(words.length, SHINGLE); at++) {
    const hash = hashOf(words, at);
    if (hash < bound) candidates.push(hash);
    if (candidates.length === 16 * SKETCH_SIZE) select();
  }
  select();
  return smallest;
}

/**
 * Estimates from two sketches how similar the texts are.
 * @returns the share of word runs in common (the Jaccard index), 0 to 1
 */
export function resemblance(a: readonly number[], b: readonly number[]): number {
  const both = [...new Set([...a, ...b])].sort((x, y) => x - y).slice(0, SKETCH_SIZE);
  const [inA, inB] = [new Set(a), new Set(b)];
  return both.length === 0 ? 0 : both.filter((hash) => inA.has(hash) && inB.has(hash)).length / both.length;
}

/**
 * FNV-1a over the UTF-16 units of a run of words with spaces between them, then mixed (MurmurHash3's finalizer) so that the smallest
 * hashes are a fair sample.
 */
function hashOf(words: readonly string[], from: number): number {
  let hash = 0x811c9dc5;
  const end = Math.min(from + SHINGLE, words.length);
  for (let index = from; index < end; index++) {
    const word = words[index] as string;
    if (index > from) hash = Math.imul(hash ^ 0x20, 0x01000193);
    for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) | 0;
}
