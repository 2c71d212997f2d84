/** How many words in a row are hashed together. */
const SHINGLE = 5;

/** A run of letters and digits; in scripts that part no words by spaces, a letter. */
const WORD =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]|[\p{L}\p{M}\p{N}]+/gu;

/** How many hashes a sketch holds at most. */
export const SKETCH_SIZE = 64;

/**
 * A few numbers by which near-equal texts are known: the smallest hashes of all its runs of five words (Broder, "On the resemblance and
 * containment of documents", 1997). Case and punctuation do not count.
 * @returns at most 64 signed integers of 32 bits, ascending, none twice; a text of less than five words has the hash of them all
 */
export function sketchOf(text: string): number[] {
  const words = text.toLowerCase().match(WORD) ?? [];
  const hashes = new Set<number>();
  for (let at = 0; at + SHINGLE <= Math.max(words.length, SHINGLE); at++)
    hashes.add(hashOf(words.slice(at, at + SHINGLE).join(" ")));
  return [...hashes].sort((a, b) => a - b).slice(0, SKETCH_SIZE);
}

/**
 * How much two texts resemble each other, by their sketches: an estimate of the share of runs of words that they have in common.
 * @returns 0 to 1
 */
export function resemblance(a: readonly number[], b: readonly number[]): number {
  const both = [...new Set([...a, ...b])].sort((x, y) => x - y).slice(0, SKETCH_SIZE);
  const [inA, inB] = [new Set(a), new Set(b)];
  return both.length === 0 ? 0 : both.filter((hash) => inA.has(hash) && inB.has(hash)).length / both.length;
}

/** FNV-1a over UTF-16 units, mixed once more so that small hashes are as good as any. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) | 0;
}
