import { matchTokens, type TokenMatch, uniqueShingles } from "./match-tokens";
import { settleEdges, type TokenisedText } from "./settle-edges";
import { type Tokens, tokenise, type Vocabulary } from "./tokenise";

/** A stretch of the old text that stands, word for word, in the new one. Offsets are UTF-16 units. */
export interface Kept {
  oldStart: number;
  newStart: number;
  length: number;
  /** It stands in another order than its surroundings did: somebody moved it. */
  moved: boolean;
}

/** What of an old text stands where in a new one. */
export interface Alignment {
  oldText: string;
  newText: string;
  /** In order of the old text; no two overlap on either side. */
  kept: readonly Kept[];
  /** Indexes into `kept`, in order of the new text. */
  byNew: readonly number[];
  /** Where in `byNew` each index of `kept` stands. */
  placeInNew: Int32Array;
}

/** Words and signs in a row that a passage must share with another to count as the same one, moved. */
const MOVED_SHINGLE = 4;
/** Letters and digits that it must have. */
const MOVED_WEIGHT = 16;

/** Aligns two versions of a text. It takes time in proportion to the texts, and to what changed between them. */
export function alignTexts(oldText: string, newText: string): Alignment {
  if (oldText === newText) return unchanged(oldText);
  const vocabulary: Vocabulary = new Map();
  const a = tokenise(oldText, vocabulary);
  const b = tokenise(newText, vocabulary);
  const old = { text: oldText, tokens: a };
  const now = { text: newText, tokens: b };
  const matches = matchTokens(a.ids, b.ids);
  settleEdges(matches, old, now);
  const inPlace = withoutChance(
    matches.filter(({ length }) => length > 0),
    a,
    b,
  );
  const moved = findMoved(inPlace, a, b);
  const kept = [
    ...inPlace.flatMap((match) => stretchesOf(match, old, now, false)),
    ...moved.flatMap((match) => stretchesOf(match, old, now, true)),
  ];
  const byNew = partOverlaps(kept);
  const placeInNew = new Int32Array(kept.length);
  byNew.forEach((index, place) => {
    placeInNew[index] = place;
  });
  return { oldText, newText, kept, byNew, placeInNew };
}

/** The alignment of a text with itself, which may have no word at all. */
function unchanged(text: string): Alignment {
  return {
    oldText: text,
    newText: text,
    kept: [{ oldStart: 0, newStart: 0, length: text.length, moved: false }],
    byNew: [0],
    placeInNew: Int32Array.of(0),
  };
}

/**
 * White space between two stretches may agree with that around either. It stays with the one before, on both sides. Sorts the
 * stretches by the old text.
 * @returns their indexes, in order of the new text
 */
function partOverlaps(kept: Kept[]): number[] {
  const part = (list: readonly Kept[], side: "oldStart" | "newStart") => {
    for (let index = 1; index < list.length; index++) {
      const before = list[index - 1] as Kept;
      const stretch = list[index] as Kept;
      const over = before[side] + before.length - stretch[side];
      if (over <= 0) continue;
      stretch.oldStart += over;
      stretch.newStart += over;
      stretch.length -= over;
    }
  };
  kept.sort((one, two) => one.oldStart - two.oldStart);
  part(kept, "oldStart");
  const byNew = kept.map((_, index) => index);
  byNew.sort((one, two) => (kept[one] as Kept).newStart - (kept[two] as Kept).newStart);
  part(
    byNew.map((index) => kept[index] as Kept),
    "newStart",
  );
  return byNew;
}

/** A match as stretches of text: it is cut where the white space between its words differs, and reaches as far as that agrees. */
function stretchesOf(
  { a, b, length }: TokenMatch,
  old: TokenisedText,
  now: TokenisedText,
  moved: boolean,
): Kept[] {
  const stretches: Kept[] = [];
  let from = 0;
  for (let next = 1; next <= length; next++) {
    if (next < length && spaceBehind(old, a + next - 1) === spaceBehind(now, b + next - 1)) continue;
    const oldStart = old.tokens.starts[a + from] as number;
    const newStart = now.tokens.starts[b + from] as number;
    const own = (old.tokens.ends[a + next - 1] as number) - oldStart;
    const before = sharedEnd(spaceBehind(old, a + from - 1), spaceBehind(now, b + from - 1));
    const behind = sharedStart(spaceBehind(old, a + next - 1), spaceBehind(now, b + next - 1));
    stretches.push({
      oldStart: oldStart - before,
      newStart: newStart - before,
      length: before + own + behind,
      moved,
    });
    from = next;
  }
  return stretches;
}

/** The white space behind a token; of -1, that before the first. */
function spaceBehind({ text, tokens }: TokenisedText, index: number): string {
  return text.slice(index < 0 ? 0 : (tokens.ends[index] as number), tokens.starts[index + 1] ?? text.length);
}

function sharedStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && length < other.length && one[length] === other[length]) length++;
  return length;
}

function sharedEnd(one: string, other: string): number {
  let length = 0;
  while (length < one.length && length < other.length && one.at(-1 - length) === other.at(-1 - length))
    length++;
  return length;
}

function weightOf(tokens: Tokens, from: number, to: number): number {
  let sum = 0;
  for (let index = from; index < to; index++) sum += tokens.weights[index] as number;
  return sum;
}

/**
 * Drops the matches that rewritten passages have by chance: a "the" or a comma between two long stretches that have nothing in
 * common. (The semantic clean-up of diff-match-patch, by letters instead of characters.)
 */
function withoutChance(matches: readonly TokenMatch[], a: Tokens, b: Tokens): TokenMatch[] {
  const stays: TokenMatch[] = [];
  matches.forEach((match, index) => {
    const before = stays.at(-1) ?? { a: 0, b: 0, length: 0 };
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
    if (edits === 0 || own * 2 > edits) stays.push(match);
  });
  return stays;
}

/** Passages that were taken out at one place and stand at another. */
function findMoved(inPlace: readonly TokenMatch[], a: Tokens, b: Tokens): TokenMatch[] {
  const freeA = new Uint8Array(a.ids.length).fill(1);
  const freeB = new Uint8Array(b.ids.length).fill(1);
  for (const { a: fromA, b: fromB, length } of inPlace) {
    freeA.fill(0, fromA, fromA + length);
    freeB.fill(0, fromB, fromB + length);
  }
  const found: TokenMatch[] = [];
  for (const place of uniqueShingles(
    onlyFree(a.ids, freeA, -1),
    onlyFree(b.ids, freeB, -2),
    whole(a, b),
    MOVED_SHINGLE,
  )) {
    if (!freeA[place.a] || !freeB[place.b]) continue; // A passage that was found before holds it.
    let head = 0;
    while (isSame(a, b, freeA, freeB, place.a - head - 1, place.b - head - 1)) head++;
    let length = head;
    while (isSame(a, b, freeA, freeB, place.a - head + length, place.b - head + length)) length++;
    const match = { a: place.a - head, b: place.b - head, length };
    if (weightOf(a, match.a, match.a + length) < MOVED_WEIGHT) continue;
    freeA.fill(0, match.a, match.a + length);
    freeB.fill(0, match.b, match.b + length);
    found.push(match);
  }
  return found;
}

/** Tokens that are taken get numbers that no shingle of the other side has. */
function onlyFree(ids: Int32Array, free: Uint8Array, taken: number): Int32Array {
  return ids.map((id, index) => (free[index] ? id : taken));
}

function whole(a: Tokens, b: Tokens) {
  return { a0: 0, a1: a.ids.length, b0: 0, b1: b.ids.length };
}

function isSame(a: Tokens, b: Tokens, freeA: Uint8Array, freeB: Uint8Array, i: number, j: number): boolean {
  return freeA[i] === 1 && freeB[j] === 1 && a.ids[i] === b.ids[j];
}
