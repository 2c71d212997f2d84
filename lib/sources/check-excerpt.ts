import { type ComparedPart, compareWords } from "@/lib/anchoring/compare-words";
import { findCandidates } from "@/lib/anchoring/find-candidates";
import { tokenise } from "@/lib/anchoring/tokenise";
import { type FoldedText, findInText, foldText } from "@/lib/document/find-in-text";
import { beginsWhole, endsWhole } from "./is-whole";

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

/**
 * Looks for an excerpt in the text of its source. Parts joined by an ellipsis have to appear in order, and none may begin or end inside
 * a word or number.
 * @returns UTF-16 offsets into the text
 */
export function checkExcerpt(text: string, excerpt: string): ExcerptCheck {
  const folded = loosened(foldText(text));
  const parts = unquoted(excerpt).replace(/\s+/g, " ").split(ELLIPSIS).filter(Boolean);
  if (parts.length === 0) return { kind: "missing" };
  let start = -1;
  let end = 0;
  const inOrder = parts.every((part) => {
    const range = findPart(text, folded, part, end);
    if (!range) return false;
    if (start === -1) start = range.start;
    end = range.end;
    return true;
  });
  if (inOrder) return { kind: "found", start, end };
  const joined = parts.join(" ");
  const [nearest] = findCandidates(text, joined, 1);
  if (!nearest) return { kind: "missing" };
  const range = { ...nearest, ...withWholeEdges(text, widened(text, nearest, joined)) };
  const actual = text.slice(range.start, range.end).replaceAll("\n", " ");
  return { kind: "differs", ...range, parts: compareWords(joined, actual, areAlike), wording: actual };
}

/** The first occurrence of a part from an offset on, ignoring a full stop or comma at its end. */
function findPart(text: string, folded: FoldedText, part: string, from: number) {
  // Editors write "[T]he" for a sentence that begins inside one of the source.
  const plain = part.replace(/\[(\p{L})\]/gu, "$1");
  for (const variant of new Set([part, plain, plain.replace(/[.,;:]+$/, "")])) {
    const needle = loosened(foldText(variant)).folded;
    const range = findInText(folded, needle).find(
      ({ start, end }) => start >= from && beginsWhole(text, start) && endsWhole(text, end),
    );
    if (range) return range;
  }
  return null;
}

/** Also treats double quotation marks as single ones (as nested quotations have them), and ignores spaces around dashes. */
function loosened({ folded, offsets }: FoldedText): FoldedText {
  const looseOffsets: number[] = [];
  let loose = "";
  for (const { 0: piece, index } of folded.matchAll(/ ?-[- ]*|./gs)) {
    looseOffsets.push(offsets[index] as number);
    loose += piece.length > 1 ? "-" : piece === '"' ? "'" : piece;
  }
  looseOffsets.push(offsets[folded.length] as number);
  return { folded: loose, offsets: Int32Array.from(looseOffsets) };
}

function areAlike(one: string, other: string): boolean {
  return one === other || loosened(foldText(one)).folded === loosened(foldText(other)).folded;
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
  const lineStart = text.lastIndexOf("\n", range.start) + 1;
  const lineEnd = text.indexOf("\n", range.end);
  const line = text.slice(lineStart, lineEnd === -1 ? undefined : lineEnd);
  const expected = piecesOf(excerpt);
  const actual = piecesOf(line);
  const first = actual.findIndex(({ start }) => lineStart + start >= range.start);
  const last = actual.findLastIndex(({ end }) => lineStart + end <= range.end);
  const lacking = Math.max(1, expected.length - (last - first + 1));
  const wordAt = (each: { word: string } | undefined) => each?.word;
  if (wordAt(expected.at(-1)) !== wordAt(actual[last]))
    return {
      start: range.start,
      end: Math.max(range.end, lineStart + (actual[Math.min(last + lacking, actual.length - 1)]?.end ?? 0)),
    };
  if (wordAt(expected[0]) !== wordAt(actual[first]))
    return {
      start: Math.min(range.start, lineStart + (actual[Math.max(first - lacking, 0)]?.start ?? Infinity)),
      end: range.end,
    };
  return range;
}

function withWholeEdges(text: string, { start, end }: { start: number; end: number }) {
  while (!beginsWhole(text, start)) start--;
  while (!endsWhole(text, end)) end++;
  return { start, end };
}

function piecesOf(text: string): { word: string; start: number; end: number }[] {
  const { starts, ends } = tokenise(text, new Map());
  return Array.from(starts, (start, index) => {
    const end = ends[index] as number;
    return { word: text.slice(start, end), start, end };
  });
}
