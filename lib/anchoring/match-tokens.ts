import { diff_core } from "fast-myers-diff";

/** Tokens `a..a+length` of one text are tokens `b..b+length` of the other. */
export interface TokenMatch {
  a: number;
  b: number;
  length: number;
}

/** Lengths of the shingles that are looked for, the surest first. */
const SHINGLES = [8, 4, 2];

/** Tokens times tokens that are compared by edit distance; beyond that, shingles have to part the texts first. */
const DIRECT = 400_000;

/** Tokens on both sides together beyond which a stretch without any shared shingle counts as rewritten. */
const REWRITTEN = 8_000;

/**
 * Finds what two texts have in common in the same order: shared shingles that are unique on both sides part the texts (as in
 * patience diff, Cohen 2005), and edit distance (Myers 1986) settles what lies between them.
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

interface Stretch {
  a0: number;
  a1: number;
  b0: number;
  b1: number;
}

function align(
  a: Int32Array,
  b: Int32Array,
  stretch: Stretch,
  level: number,
  emit: (match: TokenMatch) => void,
): void {
  let { a0, a1, b0, b1 } = stretch;
  let head = 0;
  while (a0 + head < a1 && b0 + head < b1 && a[a0 + head] === b[b0 + head]) head++;
  if (head > 0) emit({ a: a0, b: b0, length: head });
  a0 += head;
  b0 += head;
  let tail = 0;
  while (a1 - tail > a0 && b1 - tail > b0 && a[a1 - tail - 1] === b[b1 - tail - 1]) tail++;
  a1 -= tail;
  b1 -= tail;

  const left = a1 - a0;
  const right = b1 - b0;
  if (left > 0 && right > 0) {
    const shingle = SHINGLES[level];
    if (left * right <= DIRECT || (shingle === undefined && left + right <= REWRITTEN)) {
      byEditDistance(a, b, { a0, a1, b0, b1 }, emit);
    } else if (shingle !== undefined) {
      let from = { a: a0, b: b0 };
      for (const anchor of inOrder(uniqueShingles(a, b, { a0, a1, b0, b1 }, shingle))) {
        // What was matched for the anchor before may reach over this one.
        if (anchor.a < from.a || anchor.b < from.b) continue;
        align(a, b, { a0: from.a, a1: anchor.a, b0: from.b, b1: anchor.b }, level + 1, emit);
        emit({ a: anchor.a, b: anchor.b, length: shingle });
        from = { a: anchor.a + shingle, b: anchor.b + shingle };
      }
      align(a, b, { a0: from.a, a1, b0: from.b, b1 }, level + 1, emit);
    }
  }
  if (tail > 0) emit({ a: a1, b: b1, length: tail });
}

function byEditDistance(
  a: Int32Array,
  b: Int32Array,
  { a0, a1, b0, b1 }: Stretch,
  emit: (match: TokenMatch) => void,
): void {
  let from = { a: a0, b: b0 };
  for (const [sa, ea, , eb] of diff_core(a0, a1 - a0, b0, b1 - b0, (i, j) => a[i] === b[j])) {
    if (sa > from.a) emit({ a: from.a, b: from.b, length: sa - from.a });
    from = { a: ea, b: eb };
  }
  if (a1 > from.a) emit({ a: from.a, b: from.b, length: a1 - from.a });
}

/** Pairs of places where a shingle stands that is unique on either side, in order of `a`. */
export function uniqueShingles(
  a: Int32Array,
  b: Int32Array,
  { a0, a1, b0, b1 }: Stretch,
  length: number,
): { a: number; b: number }[] {
  const inA = placesOfUnique(a, a0, a1, length);
  const inB = placesOfUnique(b, b0, b1, length);
  const pairs: { a: number; b: number }[] = [];
  for (const [hash, place] of inA) {
    const other = inB.get(hash);
    if (place < 0 || other === undefined || other < 0) continue;
    let same = 0;
    while (same < length && a[place + same] === b[other + same]) same++;
    if (same === length) pairs.push({ a: place, b: other });
  }
  return pairs.sort((one, two) => one.a - two.a);
}

/** Where each shingle stands, by its hash of 53 bits; -1 where it stands more than once. */
function placesOfUnique(ids: Int32Array, from: number, to: number, length: number): Map<number, number> {
  const places = new Map<number, number>();
  for (let place = from; place + length <= to; place++) {
    let high = 0;
    let low = 0;
    for (let next = place; next < place + length; next++) {
      const id = ids[next] as number;
      high = (Math.imul(high, 0x01000193) ^ id) | 0;
      low = (Math.imul(low ^ id, 0x5bd1e995) + 0x6789) | 0;
    }
    const hash = (high >>> 0) * 0x200000 + (low >>> 11);
    places.set(hash, places.has(hash) ? -1 : place);
  }
  return places;
}

/** The most pairs that stand in the same order on both sides: the longest increasing subsequence by `b`. */
function inOrder(pairs: readonly { a: number; b: number }[]): { a: number; b: number }[] {
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
