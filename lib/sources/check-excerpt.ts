import { type ComparedPart, compareWords } from "@/lib/anchoring/compare-words";
import { findCandidates } from "@/lib/anchoring/find-candidates";
import { tokenise } from "@/lib/anchoring/tokenise";
import { type FoldedText, findInText, foldText } from "@/lib/document/find-in-text";
import { beginsWhole, endsWhole } from "./is-whole";

/**
 * Whether an excerpt stands in the text of its source.
 * `found`: it does, but for capitals, accents, kinds of quotation marks and dashes, and white space. `differs`: something much like it does.
 */
export type ExcerptCheck =
  | { kind: "found"; start: number; end: number }
  | {
      kind: "differs";
      start: number;
      end: number;
      /** 0 to 1. */
      score: number;
      parts: ComparedPart[];
      /** What the text says there. */
      wording: string;
    }
  | { kind: "missing" };

/** What an editor leaves out of a quotation, and what stands for it. */
const ELLIPSIS = / ?(?:\[ ?(?:…|\.\.\.) ?\]|\( ?(?:…|\.\.\.) ?\)|…|\.\.\.) ?/;
/** What may stand around a quotation and is no part of it. */
const AROUND = /[\s"“”„«»']/;

/**
 * Looks for an excerpt in the text of its source. Parts that are joined by an ellipsis have to stand there in their order, each with its
 * first and last word or number whole.
 * @returns places as UTF-16 offsets into the text
 */
export function checkExcerpt(text: string, excerpt: string): ExcerptCheck {
  const folded = loosened(foldText(text));
  const parts = unquoted(excerpt).replace(/\s+/g, " ").split(ELLIPSIS).filter(Boolean);
  if (parts.length === 0) return { kind: "missing" };
  let start = -1;
  let end = 0;
  const inOrder = parts.every((part) => {
    const place = findPart(text, folded, part, end);
    if (!place) return false;
    if (start === -1) start = place.start;
    end = place.end;
    return true;
  });
  if (inOrder) return { kind: "found", start, end };
  const whole = parts.join(" ");
  const [nearest] = findCandidates(text, whole, 1);
  if (!nearest) return { kind: "missing" };
  const place = { ...nearest, ...withWholeEdges(text, widened(text, nearest, whole)) };
  const there = text.slice(place.start, place.end).replaceAll("\n", " ");
  return { kind: "differs", ...place, parts: compareWords(whole, there, areAlike), wording: there };
}

/** The first place of a part that is not before another; a full stop or comma that only the excerpt ends with does not count. */
function findPart(text: string, folded: FoldedText, part: string, from: number) {
  // An editor who begins a sentence with a word from within one writes "[T]he".
  const plain = part.replace(/\[(\p{L})\]/gu, "$1");
  for (const words of new Set([part, plain, plain.replace(/[.,;:]+$/, "")])) {
    const needle = loosened(foldText(words.trim())).folded;
    const place = findInText(folded, needle).find(
      ({ start, end }) => start >= from && beginsWhole(text, start) && endsWhole(text, end),
    );
    if (place) return place;
  }
  return null;
}

/** Double quotation marks as single ones, as they turn into inside a quotation, and dashes of any length without the spaces around them. */
function loosened({ folded, offsets }: FoldedText): FoldedText {
  const kept: number[] = [];
  let loose = "";
  for (const { 0: piece, index } of folded.matchAll(/ ?-[- ]*|./gs)) {
    kept.push(offsets[index] as number);
    loose += piece.length > 1 ? "-" : piece === '"' ? "'" : piece;
  }
  kept.push(offsets[folded.length] as number);
  return { folded: loose, offsets: Int32Array.from(kept) };
}

function areAlike(one: string, other: string): boolean {
  return one === other || loosened(foldText(one)).folded === loosened(foldText(other)).folded;
}

/** Sign by sign from both ends: a pattern for the end would be tried anew at each sign of a long row of them. */
function unquoted(excerpt: string): string {
  let start = 0;
  let end = excerpt.length;
  while (start < end && AROUND.test(excerpt[start] as string)) start += 1;
  while (start < end && AROUND.test(excerpt[end - 1] as string)) end -= 1;
  return excerpt.slice(start, end);
}

/** A place with as many words as the excerpt has: one that differs at its edge is shown with what stands there instead. */
function widened(text: string, place: { start: number; end: number }, excerpt: string) {
  const lineStart = text.lastIndexOf("\n", place.start - 1) + 1;
  const lineEnd = text.indexOf("\n", place.end);
  const line = text.slice(lineStart, lineEnd === -1 ? undefined : lineEnd);
  const wanted = piecesOf(excerpt);
  const there = piecesOf(line);
  const first = there.findIndex(({ start }) => lineStart + start >= place.start);
  const last = there.findLastIndex(({ end }) => lineStart + end <= place.end);
  const lacking = Math.max(1, wanted.length - (last - first + 1));
  const wordAt = (each: { word: string } | undefined) => each?.word;
  if (wordAt(wanted.at(-1)) !== wordAt(there[last]))
    return {
      start: place.start,
      end: Math.max(place.end, lineStart + (there[Math.min(last + lacking, there.length - 1)]?.end ?? 0)),
    };
  if (wordAt(wanted[0]) !== wordAt(there[first]))
    return {
      start: Math.min(place.start, lineStart + (there[Math.max(first - lacking, 0)]?.start ?? Infinity)),
      end: place.end,
    };
  return place;
}

function withWholeEdges(text: string, { start, end }: { start: number; end: number }) {
  while (start > 0 && !beginsWhole(text, start)) start--;
  while (end < text.length && !endsWhole(text, end)) end++;
  return { start, end };
}

function piecesOf(text: string): { word: string; start: number; end: number }[] {
  const { starts, ends } = tokenise(text, new Map());
  return Array.from(starts, (start, index) => {
    const end = ends[index] as number;
    return { word: text.slice(start, end), start, end };
  });
}
