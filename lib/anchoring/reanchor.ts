import { type Alignment, alignTexts } from "./align-texts";
import { betweenNeighbours, edgeAfter, edgeBefore } from "./changed-edges";
import { onlyFreeOccurrence } from "./find-elsewhere";
import { findRival } from "./find-rival";
import { toFolded, toRaw } from "./fold-invisible";
import { dropStrayPieces, letters, mainPieces, type Piece } from "./main-pieces";
import { similarity } from "./similarity";
import type { TextRange } from "./text-range";

export interface RangeCandidate extends TextRange {
  /** Similarity of the text, 0 to 1. */
  score: number;
}

/** What became of a span in a new version of its text. */
export type ReanchorOutcome =
  /** The same text at the same offsets. */
  | { kind: "exact"; range: TextRange }
  /** The same text at other offsets, certainly the same passage. */
  | { kind: "moved"; range: TextRange }
  /** The passage was edited: an editor should check it. `score` is the similarity, 0 to 1. */
  | { kind: "changed"; range: TextRange; score: number }
  /** The passage is gone or can't be located with certainty. Candidates, the best first, are for an editor to choose from. */
  | { kind: "orphaned"; candidates: RangeCandidate[] };

/** With a lower similarity a range is only a candidate. */
const MIN_CHANGED_SCORE = 0.45;

/** The same for a range without an unchanged word, which is known only by the words around it. */
const MIN_REWRITTEN_SCORE = 0.6;

/** The share of a span's letters that have to be unchanged where more than that was inserted between them. */
const MIN_KEPT = 0.5;

/** Most characters inserted into a span; if there are more, its parts are two passages. */
const MAX_INSERTED = 1000;

/** Longest texts, both together, that are compared word by word for their similarity, in UTF-16 units. */
const MAX_LENGTH_COMPARED = 6000;

/** Candidates with a lower similarity are not shown. */
const MIN_CANDIDATE_SCORE = 0.2;

/** Most pieces at each edge of a span after or before which its text can be intact. */
const MAX_PIECES_READ = 4;

/** Most positions at which the full text of a span is looked for. */
const MAX_POSITIONS_TRIED = 16;

/** Re-anchors spans of an old text in a new one, with a single alignment of the two. One outcome per span, in the same order. */
export function reanchorAll(
  oldText: string,
  newText: string,
  spans: readonly TextRange[],
): ReanchorOutcome[] {
  const alignment = alignTexts(oldText, newText);
  return spans.map((span) => reanchor(alignment, span));
}

/**
 * Re-anchors one span. Its unchanged words locate it; the edges of changed passages are derived from the words around them.
 * A range that the alignment does not support is never used: a wrong anchor is worse than none. Differences that no reader can see are
 * no changes.
 *
 * Bound: besides its own length, which it reads a fixed number of times, a span costs at most four alignments of `MAX_PAIRS` pairs of words,
 * one similarity of texts of `MAX_LENGTH_COMPARED`, and `MAX_OCCURRENCES` look-ups, however long the texts are.
 * @param span UTF-16 offsets into the old text, as are those of the outcome into the new one
 * @throws RangeError for a span that is empty or outside the old text
 */
export function reanchor(alignment: Alignment, span: TextRange): ReanchorOutcome {
  const { raw } = alignment.old.folded;
  if (!(span.start >= 0 && span.start < span.end && span.end <= raw.length))
    throw new RangeError(`span ${span.start}..${span.end} is not inside 0..${raw.length}`);
  const folded = toFolded(alignment.old.folded, span);
  if (folded.start >= folded.end) return withoutLetters(alignment, span);
  const found = reanchorFolded(alignment, folded);
  switch (found.kind) {
    case "intact":
      return intact(alignment, span, folded, found.start);
    case "changed":
      return { ...found, range: toRaw(alignment.now.folded, found.range) };
    case "orphaned":
      return {
        kind: "orphaned",
        candidates: found.candidates.map((each) => ({ ...each, ...toRaw(alignment.now.folded, each) })),
      };
  }
}

/** An outcome in the folded texts; `start` is where the text of the span is now. */
type FoldedOutcome =
  | { kind: "intact"; start: number }
  | Extract<ReanchorOutcome, { kind: "changed" | "orphaned" }>;

function reanchorFolded(alignment: Alignment, span: TextRange): FoldedOutcome {
  const oldText = alignment.old.folded.text;
  const newText = alignment.now.folded.text;
  const exact = oldText.slice(span.start, span.end);
  const pieces = mainPieces(alignment, span);
  // A word at the edge can be aligned elsewhere by chance although the full passage is here.
  const starts = new Set(pieces.map((piece) => span.start + piece.newStart - piece.oldStart));
  for (const start of [...starts].slice(0, MAX_POSITIONS_TRIED))
    if (start >= 0 && newText.startsWith(exact, start))
      return pieces[0]?.moved ? { kind: "intact", start } : unlessRival(alignment, span, start);

  const range = pieces.length > 0 ? rangeAround(alignment, span, pieces) : betweenNeighbours(alignment, span);
  const trimmed = range && withoutEdgeSpace(newText, range, exact);
  if (trimmed && newText.slice(trimmed.start, trimmed.end) === exact)
    return unlessRival(alignment, span, trimmed.start);
  const score = trimmed ? scoreOf(alignment, span, pieces, trimmed) : 0;
  if (trimmed && isSamePassage(alignment, span, pieces, trimmed, score))
    return { kind: "changed", range: trimmed, score };
  const elsewhere = onlyFreeOccurrence(alignment, span);
  if (elsewhere)
    return elsewhere.isCertain
      ? { kind: "intact", start: elsewhere.start }
      : { kind: "changed", range: { start: elsewhere.start, end: elsewhere.start + exact.length }, score: 1 };
  return {
    kind: "orphaned",
    candidates: trimmed && score >= MIN_CANDIDATE_SCORE ? [{ ...trimmed, score }] : [],
  };
}

/** Whether a range is where a span was edited, and not only something with words in common. */
function isSamePassage(
  { old }: Alignment,
  span: TextRange,
  pieces: readonly Piece[],
  range: TextRange,
  score: number,
): boolean {
  if (pieces.length === 0) return score >= MIN_REWRITTEN_SCORE;
  if (score >= MIN_CHANGED_SCORE) return true;
  // Its words are here, but much was inserted between them.
  return (
    keptLetters(old, pieces) >= MIN_KEPT * letters(old.folded.text.slice(span.start, span.end)) &&
    range.end - range.start <= MAX_INSERTED + (span.end - span.start)
  );
}

/** Similarity of a span and its range, 0 to 1. For long ones by their unchanged words alone, which are known. */
function scoreOf(
  { old, now }: Alignment,
  span: TextRange,
  pieces: readonly Piece[],
  range: TextRange,
): number {
  const exact = old.folded.text.slice(span.start, span.end);
  const current = now.folded.text.slice(range.start, range.end);
  if (exact.length + current.length <= MAX_LENGTH_COMPARED) return similarity(exact, current);
  return Math.min(1, (2 * keptLetters(old, pieces)) / (letters(exact) + letters(current)));
}

function keptLetters({ folded }: Alignment["old"], pieces: readonly Piece[]): number {
  return pieces.reduce(
    (sum, { oldStart, length }) => sum + letters(folded.text.slice(oldStart, oldStart + length)),
    0,
  );
}

/** The text of the span is at an offset: certainly the same passage, unless another one could be it as well. */
function unlessRival(alignment: Alignment, span: TextRange, start: number): FoldedOutcome {
  const rival = findRival(alignment, span, start);
  if (!rival) return { kind: "intact", start };
  const score = similarity(
    alignment.old.folded.text.slice(span.start, span.end),
    alignment.now.folded.text.slice(rival.start, rival.end),
  );
  return { kind: "changed", range: rival, score };
}

/** The outcome for a span whose text is unchanged, but for what no reader can see, and begins at an offset of the folded new text. */
function intact(
  { old, now }: Alignment,
  span: TextRange,
  folded: TextRange,
  foldedStart: number,
): ReanchorOutcome {
  const whole = toRaw(now.folded, { start: foldedStart, end: foldedStart + folded.end - folded.start });
  // A span can begin or end inside something that is folded to one character: to the unit only where the raw texts are equal.
  const start = whole.start + span.start - toRaw(old.folded, folded).start;
  const exact = old.folded.raw.slice(span.start, span.end);
  const range =
    start >= 0 && now.folded.raw.startsWith(exact, start) ? { start, end: start + exact.length } : whole;
  return { kind: range.start === span.start && range.end === span.end ? "exact" : "moved", range };
}

/** A span of nothing that a reader sees stays where it is, or is gone. */
function withoutLetters({ old, now }: Alignment, span: TextRange): ReanchorOutcome {
  return old.folded.raw === now.folded.raw
    ? { kind: "exact", range: { ...span } }
    : { kind: "orphaned", candidates: [] };
}

/** The range of the span in the new text: its unchanged pieces, extended over edges that were changed. */
function rangeAround(alignment: Alignment, span: TextRange, all: readonly Piece[]): TextRange {
  const pieces = dropStrayPieces(alignment, span, all);
  return {
    start: intactStart(alignment, span, pieces) ?? edgeBefore(alignment, span.start, pieces[0] as Piece),
    end: intactEnd(alignment, span, pieces) ?? edgeAfter(alignment, span.end, pieces.at(-1) as Piece),
  };
}

/**
 * The end of the span if its text from one of the last pieces on is there word for word, although the alignment took its last words for
 * those after an insertion or of the next passage. The last such piece, null if there is none.
 */
function intactEnd({ old, now }: Alignment, { end }: TextRange, pieces: readonly Piece[]): number | null {
  for (const { oldStart, newStart, length } of pieces.slice(-MAX_PIECES_READ)) {
    const from = oldStart + length;
    if (now.folded.text.startsWith(old.folded.text.slice(from, end), newStart + length))
      return newStart + length + end - from;
  }
  return null;
}

/** The start of the span if its text up to one of the first pieces is there word for word. */
function intactStart({ old, now }: Alignment, { start }: TextRange, pieces: readonly Piece[]): number | null {
  for (const { oldStart, newStart } of pieces.slice(0, MAX_PIECES_READ).reverse()) {
    const at = newStart - (oldStart - start);
    if (at >= 0 && now.folded.text.startsWith(old.folded.text.slice(start, oldStart), at)) return at;
  }
  return null;
}

/** Trims white space from the edges of a range unless the original span had it there. Null if nothing remains. */
export function withoutEdgeSpace(text: string, { start, end }: TextRange, exact: string): TextRange | null {
  let from = start;
  let to = end;
  if (!/^\s/.test(exact)) while (from < to && /\s/.test(text[from] as string)) from++;
  if (!/\s$/.test(exact)) while (to > from && /\s/.test(text[to - 1] as string)) to--;
  return from < to ? { start: from, end: to } : null;
}
