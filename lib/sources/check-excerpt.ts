import { type ComparedPart, compareWords } from "@/lib/anchoring/compare-words";
import { findCandidates } from "@/lib/anchoring/find-candidates";
import { tokenise } from "@/lib/anchoring/tokenise";
import { foldText, type SearchText } from "@/lib/document/find-in-text";
import { beginsWhole, endsWhole } from "./is-whole";
import { substringSearch } from "./substring-search";

/**
 * Whether an excerpt appears in the text of its source.
 * `found`: it does, ignoring case, accents, kinds of quotation marks and dashes, and white space. `differs`: only a similar passage does.
 */
export type ExcerptCheck =
  | { kind: "found"; start: number; end: number }
  | {
      kind: "differs";
      start: number;
      end: number;
      /** Similarity, 0 to 1. */
      score: number;
      parts: ComparedPart[];
      /** The similar passage. */
      wording: string;
    }
  | { kind: "missing" };

/** The marks for an omission in a quotation. */
const ELLIPSIS = / ?(?:\[ ?(?:…|\.\.\.) ?\]|\( ?(?:…|\.\.\.) ?\)|…|\.\.\.) ?/;
/** Characters around a quotation that are not part of it. */
const QUOTATION_MARK = /[\s"“”„«»']/;

/** An excerpt has at most this many UTF-16 units; longer ones are not compared. */
export const MAX_EXCERPT_LENGTH = 10_000;
/** Occurrences inside words or numbers that are passed over for each part before it counts as missing. */
const MAX_CUT_OCCURRENCES = 1000;
/** UTF-16 units by which an end moves to the edge of its word or number; longer ones are cut. */
const MAX_WORD_REACH = 200;
/** UTF-16 units of a line considered on either side of a similar passage: longer lines are data, not sentences. */
const MAX_LINE_REACH = 2 * MAX_EXCERPT_LENGTH;

/**
 * Looks for an excerpt in the text of its source. Parts joined by an ellipsis have to appear in order, and none can begin or end inside
 * a word or number. The cost is linear in the text plus, for a similar passage, that of a few comparisons with passages as long as the
 * excerpt (`findCandidates`, `compareWords`), whatever the text is.
 * @returns UTF-16 offsets into the text
 */
export function checkExcerpt(text: string, excerpt: string): ExcerptCheck {
  return excerptChecker(text)(excerpt);
}

/** Prepares a text for checking several excerpts, as `checkExcerpt` does for one. */
export function excerptChecker(text: string): (excerpt: string) => ExcerptCheck {
  const folded = looselyFolded(text);
  return (excerpt) => {
    const parts = unquoted(excerpt).replace(/\s+/g, " ").split(ELLIPSIS).filter(Boolean);
    if (parts.length === 0 || excerpt.length > MAX_EXCERPT_LENGTH) return { kind: "missing" };
    return findParts(text, folded, parts) ?? findSimilar(text, parts.join(" "));
  };
}

/** All parts in order. Each is searched for after the one before it, so that all of them together read the text a few times. */
function findParts(text: string, folded: SearchText, parts: readonly string[]): ExcerptCheck | null {
  let start = -1;
  let from = { offset: 0, index: 0 };
  for (const part of parts) {
    const found = findPart(text, folded, part, from);
    if (!found) return null;
    if (start === -1) start = found.start;
    from = { offset: found.end, index: found.indexAfter };
  }
  return { kind: "found", start, end: from.offset };
}

function findSimilar(text: string, joined: string): ExcerptCheck {
  const [nearest] = findCandidates(text, joined, 1);
  if (!nearest) return { kind: "missing" };
  const range = { ...nearest, ...withWholeEdges(text, widened(text, nearest, joined)) };
  const actual = text.slice(range.start, range.end).replaceAll("\n", " ");
  const keys = new Map<string, string>();
  const keyOf = (piece: string) => {
    const key = keys.get(piece) ?? looselyFolded(piece).folded;
    keys.set(piece, key);
    return key;
  };
  return { kind: "differs", ...range, parts: compareWords(joined, actual, keyOf), wording: actual };
}

/**
 * The first occurrence of a part from an offset on, ignoring a full stop or comma at its end.
 * @param from an offset into the text, and the index into `folded` where it is
 */
function findPart(
  text: string,
  { folded, offsets }: SearchText,
  part: string,
  from: { offset: number; index: number },
): { start: number; end: number; indexAfter: number } | null {
  // Editors write "[T]he" for a sentence that begins inside one of the source.
  const plain = part.replace(/\[(\p{L})\]/gu, "$1");
  for (const variant of new Set([part, plain, plain.replace(/[.,;:]+$/, "")])) {
    const needle = looselyFolded(variant.trim()).folded;
    if (needle === "") continue;
    const search = substringSearch(needle);
    let cut = 0;
    for (
      let at = search(folded, from.index);
      at !== -1 && cut < MAX_CUT_OCCURRENCES;
      at = search(folded, at + needle.length), cut++
    ) {
      const start = offsets[at] as number;
      let indexAfter = at + needle.length;
      // A ligature becomes several characters: the passage ends after all of it.
      while (indexAfter < folded.length && offsets[indexAfter] === offsets[indexAfter - 1]) indexAfter += 1;
      const end = offsets[indexAfter] as number;
      if (start >= from.offset && beginsWhole(text, start) && endsWhole(text, end))
        return { start, end, indexAfter };
    }
  }
  return null;
}

/**
 * Folds a text as a search does, and also treats double quotation marks as single ones (as nested quotations have them), and ignores
 * spaces around dashes.
 */
function looselyFolded(text: string): SearchText {
  const { folded, offsets } = foldText(text);
  const looseOffsets = new Int32Array(folded.length + 1);
  const pieces: string[] = [];
  let length = 0;
  let copied = 0;
  const replace = (start: number, end: number, by: string) => {
    for (let at = copied; at < start; at++) looseOffsets[length++] = offsets[at] as number;
    looseOffsets[length++] = offsets[start] as number;
    pieces.push(folded.slice(copied, start), by);
    copied = end;
  };
  for (const { 0: piece, index } of folded.matchAll(/ ?-[- ]*|"/g))
    if (piece !== "-") replace(index, index + piece.length, piece === '"' ? "'" : "-");
  for (let at = copied; at <= folded.length; at++) looseOffsets[length++] = offsets[at] as number;
  pieces.push(folded.slice(copied));
  return { folded: pieces.join(""), offsets: looseOffsets.subarray(0, length) };
}

/** Strips quotation marks by loop, not by pattern: one for the end would be quadratic on a long run of marks. */
function unquoted(excerpt: string): string {
  let start = 0;
  let end = excerpt.length;
  while (QUOTATION_MARK.test(excerpt.charAt(start))) start += 1;
  while (QUOTATION_MARK.test(excerpt.charAt(end - 1))) end -= 1;
  return excerpt.slice(start, end);
}

/** Widens a range to as many words as the excerpt has, so that a word that differs at its edge is part of the comparison. */
function widened(text: string, range: { start: number; end: number }, excerpt: string) {
  const line = lineAround(text, range);
  const expected = piecesOf(excerpt);
  const actual = piecesOf(text.slice(line.start, line.end));
  const first = actual.findIndex(({ start }) => line.start + start >= range.start);
  const last = actual.findLastIndex(({ end }) => line.start + end <= range.end);
  const lacking = Math.max(1, expected.length - (last - first + 1));
  const wordAt = (each: { word: string } | undefined) => each?.word;
  if (wordAt(expected.at(-1)) !== wordAt(actual[last]))
    return {
      start: range.start,
      end: Math.max(range.end, line.start + (actual[Math.min(last + lacking, actual.length - 1)]?.end ?? 0)),
    };
  if (wordAt(expected[0]) !== wordAt(actual[first]))
    return {
      start: Math.min(range.start, line.start + (actual[Math.max(first - lacking, 0)]?.start ?? Infinity)),
      end: range.end,
    };
  return range;
}

/** The lines that a range touches, or the part of very long ones around it. */
function lineAround(text: string, { start, end }: { start: number; end: number }) {
  const lineEnd = text.indexOf("\n", end);
  return {
    start: Math.max(text.lastIndexOf("\n", start) + 1, start - MAX_LINE_REACH),
    end: Math.min(lineEnd === -1 ? text.length : lineEnd, end + MAX_LINE_REACH),
  };
}

/** Moves both ends to the edges of their words and numbers, or leaves them where a word is too long. */
function withWholeEdges(text: string, range: { start: number; end: number }) {
  let start = range.start;
  while (!beginsWhole(text, start) && range.start - start < MAX_WORD_REACH) start--;
  let end = range.end;
  while (!endsWhole(text, end) && end - range.end < MAX_WORD_REACH) end++;
  return { start, end };
}

function piecesOf(text: string): { word: string; start: number; end: number }[] {
  const { starts, ends } = tokenise(text, new Map());
  return Array.from(starts, (start, index) => {
    const end = ends[index] as number;
    return { word: text.slice(start, end), start, end };
  });
}
