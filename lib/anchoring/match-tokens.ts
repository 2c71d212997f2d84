import { diff_core } from "fast-myers-diff";

/** Tokens `a..a+length` of one text are tokens `b..b+length` of the other. */
export interface TokenMatch {
  a: number;
  b: number;
  length: number;
}

/** Shingle lengths in tokens, the most reliable first. */
const SHINGLE_LENGTHS = [8, 4, 2];

/** Largest product of token counts that is compared by edit distance; above it, shingles have to divide the texts first. */
const MAX_DIRECT_PRODUCT = 250_000;

/** A range without any shared shingle and more tokens than this, both sides together, counts as rewritten. */
const MAX_EDIT_DISTANCE_TOKENS = 2_000;

/**
 * Finds what two texts have in common in the same order: shared shingles that are unique on both sides divide the texts (as in
 * patience diff, Cohen 2005), and edit distance (Myers 1986) aligns what lies between them.
 *
 * Bound: edit distance takes at most about `MAX_EDIT_DISTANCE_TOKENS` steps for each token of the range that it compares, and no token is
 * in two ranges; the shingles are indexed once for each of their three lengths. So the cost grows with the number of tokens alone.
 * @param a ids of the tokens of one text
 * @param b ids of the tokens of the other
 * @returns matches in order of both texts, none adjacent to the next on both sides
 */
export function matchTokens(a: Int32Array, b: Int32Array): TokenMatch[] {
  const matches: TokenMatch[] = [];
  align(a, b, { a0: 0, a1: a.length, b0: 0, b1: b.length }, 0, (match) => {
    const last = matches.at(-1);
    if (last && last.a + last.length === match.a && last.b + last.length === match.b)
      last.length += match.length;
    else matches.push(match);
  });
  return matches;
}

interface TokenRange {
  a0: number;
  a1: number;
  b0: number;
  b1: number;
}

function align(
  a: Int32Array,
  b: Int32Array,
  range: TokenRange,
  level: number,
  emit: (match: TokenMatch) => void,
): void {
  let { a0, a1, b0, b1 } = range;
  let head = 0;
  while (a0 + head < a1 && b0 + head < b1 && a[a0 + head] === b[b0 + head]) head++;
  if (head > 0) emit({ a: a0, b: b0, length: head });
  a0 += head;
  b0 += head;
  let tail = 0;
  while (a1 - tail > a0 && b1 - tail > b0 && a[a1 - tail - 1] === b[b1 - tail - 1]) tail++;
  a1 -= tail;
  b1 -= tail;

  const lengthA = a1 - a0;
  const lengthB = b1 - b0;
  const shingle = SHINGLE_LENGTHS[level];
  if (
    lengthA * lengthB <= MAX_DIRECT_PRODUCT ||
    (shingle === undefined && lengthA + lengthB <= MAX_EDIT_DISTANCE_TOKENS)
  ) {
    alignByEditDistance(a, b, { a0, a1, b0, b1 }, emit);
  } else if (shingle !== undefined) {
    let from = { a: a0, b: b0 };
    for (const anchor of longestIncreasing(uniqueShingles(a, b, { a0, a1, b0, b1 }, shingle))) {
      // The match of the previous anchor can extend over this one.
      if (anchor.a < from.a || anchor.b < from.b) continue;
      align(a, b, { a0: from.a, a1: anchor.a, b0: from.b, b1: anchor.b }, level + 1, emit);
      emit({ a: anchor.a, b: anchor.b, length: shingle });
      from = { a: anchor.a + shingle, b: anchor.b + shingle };
    }
    align(a, b, { a0: from.a, a1, b0: from.b, b1 }, level + 1, emit);
  }
  if (tail > 0) emit({ a: a1, b: b1, length: tail });
}

/** The ranges have no beginning and no end in common, so every match lies before an edit. */
function alignByEditDistance(
  a: Int32Array,
  b: Int32Array,
  { a0, a1, b0, b1 }: TokenRange,
  emit: (match: TokenMatch) => void,
): void {
  let from = { a: a0, b: b0 };
  for (const [sa, ea, , eb] of diff_core(a0, a1 - a0, b0, b1 - b0, (i, j) => a[i] === b[j])) {
    if (sa > from.a) emit({ a: from.a, b: from.b, length: sa - from.a });
    from = { a: ea, b: eb };
  }
}

/** Pairs of positions of shingles that are unique on both sides, in order of `a`. `length` is in tokens. */
export function uniqueShingles(
  a: Int32Array,
  b: Int32Array,
  { a0, a1, b0, b1 }: TokenRange,
  length: number,
): { a: number; b: number }[] {
  const inA = positionsOfUnique(a, a0, a1, length);
  const inB = positionsOfUnique(b, b0, b1, length);
  const pairs: { a: number; b: number }[] = [];
  for (const [hash, position] of inA) {
    const other = inB.get(hash);
    if (other === undefined) continue;
    let same = 0;
    while (same < length && a[position + same] === b[other + same]) same++;
    if (same === length) pairs.push({ a: position, b: other });
  }
  return pairs;
}

/** The position of each shingle that occurs once, by its 53-bit hash; in order of the positions. */
function positionsOfUnique(ids: Int32Array, from: number, to: number, length: number): Map<number, number> {
  const positions = new Map<number, number>();
  for (let position = from; position + length <= to; position++) {
    let high = 0;
    let low = 0;
    for (let next = position; next < position + length; next++) {
      const id = ids[next] as number;
      high = (Math.imul(high, 0x01000193) ^ id) | 0;
      low = (Math.imul(low ^ id, 0x5bd1e995) + 0x6789) | 0;
    }
    const hash = (high >>> 0) * 0x200000 + (low >>> 11);
    positions.set(hash, positions.has(hash) ? -1 : position);
  }
  for (const [hash, position] of positions) if (position < 0) positions.delete(hash);
  return positions;
}

/** The largest set of pairs in the same order on both sides: the longest increasing subsequence by `b` (patience sorting). */
function longestIncreasing(pairs: readonly { a: number; b: number }[]): { a: number; b: number }[] {
  const ends: number[] = [];
  const before = new Int32Array(pairs.length).fill(-1);
  pairs.forEach(({ b }, index) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] as number] as { b: number }).b < b) low = middle + 1;
      else high = middle;
    }
    if (low > 0) before[index] = ends[low - 1] as number;
    ends[low] = index;
  });
  const chain: { a: number; b: number }[] = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index] as number)
    chain.push(pairs[index] as { a: number; b: number });
  return chain.reverse();
}
