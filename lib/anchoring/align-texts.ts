import { alignEdges } from "./align-edges";
import { foldInvisible } from "./fold-invisible";
import { matchTokens, type TokenMatch, uniqueShingles } from "./match-tokens";
import { type TokenPositions, tokenPositions } from "./token-positions";
import type { Tokens, Vocabulary } from "./tokenise";
import { type TokenisedText, tokenised } from "./tokenised-text";

/** A run of the old text that appears, word for word, in the new one. Offsets are UTF-16 units. */
export interface UnchangedRun {
  oldStart: number;
  newStart: number;
  length: number;
  /** Its order relative to its surroundings changed: someone moved it. */
  moved: boolean;
}

/** Which parts of an old text appear in a new one, and where. All offsets are in the folded texts. */
export interface Alignment {
  old: TokenisedText;
  now: TokenisedText;
  /** In order of the old text; no two overlap on either side. */
  unchanged: readonly UnchangedRun[];
  /** Indexes into `unchanged`, in order of the new text. */
  byNew: readonly number[];
  /** The inverse of `byNew`: the position in `byNew` of each index of `unchanged`. */
  orderInNew: Int32Array;
  /** Indexes into `unchanged` of the runs that were not moved, in order. */
  inOrder: Int32Array;
  /** For each position in `byNew`, the length of all runs before it. */
  coveredBefore: Int32Array;
  /** Where the tokens of the new text are. */
  positions: TokenPositions;
}

/** Consecutive tokens that a passage must share with another to count as moved. */
const MIN_MOVED_SHINGLE = 4;
/** Letters and digits that a moved passage must have. */
const MIN_MOVED_WEIGHT = 16;

/**
 * Aligns two versions of a text. Differences that no reader can see are ignored. The cost grows with the length of the texts alone: see
 * `matchTokens` for its bound.
 * @param language a BCP 47 tag, which decides where sentences end
 */
export function alignTexts(oldText: string, newText: string, language = "en"): Alignment {
  const vocabulary: Vocabulary = new Map();
  const old = tokenised(foldInvisible(oldText), vocabulary, language);
  const now = tokenised(foldInvisible(newText), vocabulary, language);
  return makeAlignment(old, now, old.folded.text === now.folded.text ? [all(old)] : findUnchanged(old, now));
}

/** An alignment of two texts with these unchanged runs, in any order. */
export function makeAlignment(
  old: TokenisedText,
  now: TokenisedText,
  runs: readonly UnchangedRun[],
): Alignment {
  const unchanged = runs.map((run) => ({ ...run }));
  const byNew = removeOverlaps(unchanged);
  const orderInNew = new Int32Array(unchanged.length);
  const coveredBefore = new Int32Array(unchanged.length);
  let covered = 0;
  byNew.forEach((index, rank) => {
    orderInNew[index] = rank;
    coveredBefore[rank] = covered;
    covered += unchanged[index]?.length ?? 0;
  });
  const inOrder = Int32Array.from(unchanged.flatMap(({ moved }, index) => (moved ? [] : [index])));
  const positions = tokenPositions(now.tokens);
  return { old, now, unchanged, byNew, orderInNew, inOrder, coveredBefore, positions };
}

/** The run of a text that did not change. A special case because a text without any word has no tokens to match. */
function all({ folded: { text } }: TokenisedText): UnchangedRun {
  return { oldStart: 0, newStart: 0, length: text.length, moved: false };
}

function findUnchanged(old: TokenisedText, now: TokenisedText): UnchangedRun[] {
  const matches = matchTokens(old.tokens.ids, now.tokens.ids);
  alignEdges(matches, old, now);
  const inOrder = dropChanceMatches(
    matches.filter(({ length }) => length > 0),
    old.tokens,
    now.tokens,
  );
  const moved = findMoved(inOrder, old.tokens, now.tokens);
  return [
    ...inOrder.flatMap((match) => runsOf(match, old, now, false)),
    ...moved.flatMap((match) => runsOf(match, old, now, true)),
  ];
}

/**
 * White space between two runs can match the white space around either of them. It goes to the earlier run, in both texts.
 * Sorts the array of runs itself, by the old text.
 * @returns their indexes, in order of the new text
 */
function removeOverlaps(unchanged: UnchangedRun[]): number[] {
  const shorten = (list: readonly UnchangedRun[], side: "oldStart" | "newStart") => {
    for (let index = 1; index < list.length; index++) {
      const before = list[index - 1] as UnchangedRun;
      const run = list[index] as UnchangedRun;
      const over = Math.max(0, before[side] + before.length - run[side]);
      run.oldStart += over;
      run.newStart += over;
      run.length -= over;
    }
  };
  unchanged.sort((one, two) => one.oldStart - two.oldStart);
  shorten(unchanged, "oldStart");
  const byNew = unchanged.map((_, index) => index);
  byNew.sort(
    (one, two) => (unchanged[one] as UnchangedRun).newStart - (unchanged[two] as UnchangedRun).newStart,
  );
  shorten(
    byNew.map((index) => unchanged[index] as UnchangedRun),
    "newStart",
  );
  return byNew;
}

/** Turns a match into runs of text: split where the white space between its words differs, extended as far as it agrees. */
function runsOf(
  { a, b, length }: TokenMatch,
  old: TokenisedText,
  current: TokenisedText,
  moved: boolean,
): UnchangedRun[] {
  const runs: UnchangedRun[] = [];
  let from = 0;
  for (let next = 1; next <= length; next++) {
    if (next < length && spaceAfter(old, a + next - 1) === spaceAfter(current, b + next - 1)) continue;
    const oldStart = old.tokens.starts[a + from] as number;
    const newStart = current.tokens.starts[b + from] as number;
    const own = (old.tokens.ends[a + next - 1] as number) - oldStart;
    const before = sharedEnd(spaceAfter(old, a + from - 1), spaceAfter(current, b + from - 1));
    const after = sharedStart(spaceAfter(old, a + next - 1), spaceAfter(current, b + next - 1));
    runs.push({
      oldStart: oldStart - before,
      newStart: newStart - before,
      length: before + own + after,
      moved,
    });
    from = next;
  }
  return runs;
}

/** The white space after a token; for -1, the white space before the first token. */
function spaceAfter({ folded: { text }, tokens }: TokenisedText, index: number): string {
  return text.slice(tokens.ends[index] ?? 0, tokens.starts[index + 1] ?? text.length);
}

function sharedStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length;
}

function sharedEnd(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one.at(-1 - length) === other.at(-1 - length)) length++;
  return length;
}

function weightOf(tokens: Tokens, from: number, to: number): number {
  let sum = 0;
  for (let index = from; index < to; index++) sum += tokens.weights[index] as number;
  return sum;
}

/**
 * Drops matches that rewritten passages share by chance: a "the" or a comma between two long passages that have nothing else in
 * common. This is the semantic cleanup of diff-match-patch, weighted by letters instead of characters.
 */
function dropChanceMatches(matches: readonly TokenMatch[], a: Tokens, b: Tokens): TokenMatch[] {
  const certain: TokenMatch[] = [];
  matches.forEach((match, index) => {
    const before = certain.at(-1) ?? { a: 0, b: 0, length: 0 };
    const after = matches[index + 1] ?? { a: a.ids.length, b: b.ids.length };
    const own = weightOf(a, match.a, match.a + match.length);
    const editBefore = Math.max(
      weightOf(a, before.a + before.length, match.a),
      weightOf(b, before.b + before.length, match.b),
    );
    const editAfter = Math.max(
      weightOf(a, match.a + match.length, after.a),
      weightOf(b, match.b + match.length, after.b),
    );
    const edits = Math.min(editBefore, editAfter);
    if (edits === 0 || own * 2 > edits) certain.push(match);
  });
  return certain;
}

/** Finds passages that were removed in one position and appear in another. */
function findMoved(inPlace: readonly TokenMatch[], a: Tokens, b: Tokens): TokenMatch[] {
  const freeA = new Uint8Array(a.ids.length).fill(1);
  const freeB = new Uint8Array(b.ids.length).fill(1);
  for (const { a: fromA, b: fromB, length } of inPlace) {
    freeA.fill(0, fromA, fromA + length);
    freeB.fill(0, fromB, fromB + length);
  }
  const found: TokenMatch[] = [];
  // Where the last passage that was too light ends, by how far it moved: without this, each of its shingles would walk all of it again.
  const tooLight = new Map<number, number>();
  for (const seed of uniqueShingles(
    maskTaken(a.ids, freeA, -1),
    maskTaken(b.ids, freeB, -2),
    fullRange(a, b),
    MIN_MOVED_SHINGLE,
  )) {
    if (!freeA[seed.a] || !freeB[seed.b]) continue; // An earlier match already covers it.
    if (seed.a < (tooLight.get(seed.b - seed.a) ?? 0)) continue;
    let head = 0;
    while (isSame(a, b, freeA, freeB, seed.a - head - 1, seed.b - head - 1)) head++;
    let length = head;
    while (isSame(a, b, freeA, freeB, seed.a - head + length, seed.b - head + length)) length++;
    const match = { a: seed.a - head, b: seed.b - head, length };
    if (weightOf(a, match.a, match.a + length) < MIN_MOVED_WEIGHT) {
      tooLight.set(match.b - match.a, match.a + length);
      continue;
    }
    freeA.fill(0, match.a, match.a + length);
    freeB.fill(0, match.b, match.b + length);
    found.push(match);
  }
  return found;
}

/** Replaces the ids of tokens already matched by an id that no shingle of the other text contains. */
function maskTaken(ids: Int32Array, free: Uint8Array, taken: number): Int32Array {
  return ids.map((id, index) => (free[index] ? id : taken));
}

function fullRange(a: Tokens, b: Tokens) {
  return { a0: 0, a1: a.ids.length, b0: 0, b1: b.ids.length };
}

function isSame(a: Tokens, b: Tokens, freeA: Uint8Array, freeB: Uint8Array, i: number, j: number): boolean {
  return freeA[i] === 1 && freeB[j] === 1 && a.ids[i] === b.ids[j];
}
