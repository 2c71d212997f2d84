import { diffWordsWithSpace } from "diff";
import type { TextRange } from "../../../lib/anchoring/text-range";

export interface Pair {
  old: string;
  new: string;
}

export const KINDS = [
  "unchanged",
  "repeated",
  "edited",
  "edited between unchanged words",
  "edited at an edge",
  "moved",
  "deleted",
] as const;
export type Kind = (typeof KINDS)[number];

/** A span of the old text and its range in the new one, as an editor would set it; null if the passage was deleted. */
export interface Sample {
  kind: Kind;
  old: string;
  new: string;
  span: TextRange;
  truth: TextRange | null;
}

/** A passage that both texts share, at these offsets. */
interface Equal {
  old: number;
  new: number;
  length: number;
}

/**
 * Samples spans from a pair of revisions. Their expected ranges come from an independent word diff (jsdiff), so that the test shares
 * no code with what it tests. Real moves and deletions are rare, so more are made by moving or deleting a paragraph of the new text.
 * @param take the maximum number of spans of each kind
 */
export function sampleSpans(pair: Pair, take: number, random: () => number): Sample[] {
  const { equal, deleted } = compare(pair);
  return [
    ...unchanged(pair, equal, take, random),
    ...repeated(pair, equal, take, random),
    ...edited(pair, equal, take, random),
    ...moved(pair, equal, take, random),
    ...removed(pair, equal, deleted, take, random),
    // These came later: the random numbers of the kinds above stay the same.
    ...betweenKeptWords(pair, equal, take, random),
    ...editedAtEdge(pair, equal, take, random),
  ];
}

function compare({ old, new: now }: Pair): { equal: Equal[]; deleted: TextRange[] } {
  const equal: Equal[] = [];
  const deleted: TextRange[] = [];
  let from = { old: 0, new: 0 };
  for (const { value, added, removed } of diffWordsWithSpace(old, now)) {
    const { length } = value;
    if (added) from = { old: from.old, new: from.new + length };
    else if (removed) {
      deleted.push({ start: from.old, end: from.old + length });
      from = { old: from.old + length, new: from.new };
    } else {
      equal.push({ ...from, length });
      from = { old: from.old + length, new: from.new + length };
    }
  }
  return { equal, deleted };
}

const pick = <Value>(list: readonly Value[], random: () => number): Value | undefined =>
  list[Math.floor(random() * list.length)];

/** The words of a text, as spans. */
function wordsOf(text: string): TextRange[] {
  return [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu)].map((word) => ({
    start: word.index,
    end: word.index + word[0].length,
  }));
}

function unchanged(pair: Pair, equal: readonly Equal[], take: number, random: () => number): Sample[] {
  const words = wordsOf(pair.old);
  const samples: Sample[] = [];
  for (let attempts = 0; samples.length < take && attempts < take * 8; attempts++) {
    const first = Math.floor(random() * words.length);
    const last = Math.min(words.length - 1, first + Math.floor(random() ** 2 * 40) + 3);
    const span = { start: words[first]?.start ?? 0, end: words[last]?.end ?? 0 };
    const stretch = equal.find(({ old, length }) => old <= span.start && span.end <= old + length);
    if (stretch)
      samples.push({ kind: "unchanged", ...pair, span, truth: shifted(span, stretch.new - stretch.old) });
  }
  return samples;
}

function shifted({ start, end }: TextRange, by: number): TextRange {
  return { start: start + by, end: end + by };
}

/** One to three words that occur at least twice in both texts, inside long shared passages. */
function repeated(pair: Pair, equal: readonly Equal[], take: number, random: () => number): Sample[] {
  const words = wordsOf(pair.old);
  const samples: Sample[] = [];
  for (let attempts = 0; samples.length < take && attempts < take * 40; attempts++) {
    const first = Math.floor(random() * words.length);
    const last = Math.min(words.length - 1, first + Math.floor(random() * 3));
    const span = { start: words[first]?.start ?? 0, end: words[last]?.end ?? 0 };
    const quote = pair.old.slice(span.start, span.end);
    if (quote.length < 3 || pair.old.split(quote).length < 3 || pair.new.split(quote).length < 3) continue;
    const stretch = equal.find(({ old, length }) => old + 60 <= span.start && span.end + 60 <= old + length);
    if (stretch)
      samples.push({ kind: "repeated", ...pair, span, truth: shifted(span, stretch.new - stretch.old) });
  }
  return samples;
}

/** Spans that start and end in shared passages, with an edit between them. */
function edited(pair: Pair, equal: readonly Equal[], take: number, random: () => number): Sample[] {
  const samples: Sample[] = [];
  const gaps = equal.slice(0, -1).flatMap((before, index) => {
    const after = equal[index + 1] as Equal;
    return before.length >= 4 && after.length >= 4 ? [{ before, after }] : [];
  });
  for (let attempts = 0; samples.length < take && attempts < take * 8; attempts++) {
    const gap = pick(gaps, random);
    if (!gap) break;
    const { before, after } = gap;
    const head = Math.min(before.length, 8 + Math.floor(random() * 90));
    const tail = Math.min(after.length, 8 + Math.floor(random() * 90));
    const start = before.old + before.length - head;
    const end = after.old + tail;
    const inNew = { start: before.new + before.length - head, end: after.new + tail };
    const changed = Math.max(after.old - before.old - before.length, after.new - before.new - before.length);
    // Only complete words, and no more changed than unchanged text: beyond that it is arguable whether it is the same passage.
    if (
      !isWordBoundary(pair.old, start) ||
      !isWordBoundary(pair.old, end) ||
      changed > head + tail ||
      changed === 0
    )
      continue;
    samples.push({ kind: "edited", ...pair, span: { start, end }, truth: inNew });
  }
  return samples;
}

/**
 * Edited spans whose new range is beyond doubt: they begin and end with three words that occur once in both texts. Of a repeated word at an
 * edge, a diff picks one of several, which makes the other kind of edited spans a matter of taste in one of thirty.
 */
function betweenKeptWords(pair: Pair, equal: readonly Equal[], take: number, random: () => number): Sample[] {
  const samples: Sample[] = [];
  for (let attempts = 0; samples.length < take && attempts < take * 8; attempts++) {
    const [sample] = edited(pair, equal, 1, random);
    if (!sample?.truth) continue;
    const { span, truth } = sample;
    const before = equal.find(({ old, length }) => old <= span.start && span.start < old + length) as Equal;
    const after = equal.find(({ old, length }) => old < span.end && span.end <= old + length) as Equal;
    const head = firstWords(pair.old.slice(span.start, before.old + before.length));
    const tail = lastWords(pair.old.slice(after.old, span.end));
    if (!(head && tail && isUnique(pair, head) && isUnique(pair, tail))) continue;
    samples.push({ ...sample, kind: "edited between unchanged words", truth });
  }
  return samples;
}

/** Spans that begin or end with replaced words, and have three words beside them that are margin and occur once in both texts. */
function editedAtEdge(pair: Pair, equal: readonly Equal[], take: number, random: () => number): Sample[] {
  const samples: Sample[] = [];
  const gaps = equal.slice(0, -1).flatMap((before, index) => {
    const after = equal[index + 1] as Equal;
    const old = pair.old.slice(before.old + before.length, after.old);
    const now = pair.new.slice(before.new + before.length, after.new);
    // A replacement in one sentence.
    const isShort = [old, now].every(
      (text) => /[\p{L}\p{N}]/u.test(text) && text.length < 60 && !/[.!?\n]/.test(text),
    );
    return isShort && before.length >= 20 && after.length >= 20 ? [{ before, after }] : [];
  });
  for (let attempts = 0; samples.length < take && attempts < take * 8; attempts++) {
    const gap = pick(gaps, random);
    if (!gap) break;
    const { before, after } = gap;
    const margin = 20 + Math.floor(random() * 60);
    const atEnd = random() < 0.5;
    const span = atEnd
      ? { start: before.old + before.length - Math.min(margin, before.length), end: after.old }
      : { start: before.old + before.length, end: after.old + Math.min(margin, after.length) };
    const truth = atEnd
      ? { start: before.new + before.length - Math.min(margin, before.length), end: after.new }
      : { start: before.new + before.length, end: after.new + Math.min(margin, after.length) };
    const own = atEnd
      ? pair.old.slice(span.start, before.old + before.length)
      : pair.old.slice(after.old, span.end);
    if (!isWordBoundary(pair.old, span.start) || !isWordBoundary(pair.old, span.end)) continue;
    const [first, last] = [firstWords(own), lastWords(own)];
    const beside = atEnd
      ? firstWords(pair.old.slice(after.old, after.old + after.length))
      : lastWords(pair.old.slice(before.old, before.old + before.length));
    if (!(first && last && beside && [first, last, beside].every((words) => isUnique(pair, words)))) continue;
    samples.push({ kind: "edited at an edge", ...pair, span, truth });
  }
  return samples;
}

/** The first three words of a text; null if it has fewer. */
function firstWords(text: string): string | null {
  const words = wordsOf(text);
  return words.length < 3 ? null : text.slice(words[0]?.start, words[2]?.end);
}

/** The last three words of a text; null if it has fewer. */
function lastWords(text: string): string | null {
  const words = wordsOf(text);
  return words.length < 3 ? null : text.slice(words.at(-3)?.start, words.at(-1)?.end);
}

function isUnique({ old, new: now }: Pair, words: string): boolean {
  return old.split(words).length === 2 && now.split(words).length === 2;
}

/** Whether the offset is not inside a word. */
function isWordBoundary(text: string, at: number): boolean {
  return !(/[\p{L}\p{M}\p{N}]/u.test(text[at - 1] ?? "") && /[\p{L}\p{M}\p{N}]/u.test(text[at] ?? ""));
}

/** Paragraphs that both texts have, with their offsets in each. */
function sharedParagraphs(
  { new: now }: Pair,
  equal: readonly Equal[],
): { inOld: number; inNew: number; text: string }[] {
  let from = 0;
  return now.split("\n").flatMap((text) => {
    const inNew = from;
    from += text.length + 1;
    const stretch = equal.find((each) => each.new <= inNew && inNew + text.length <= each.new + each.length);
    return stretch && text.length >= 40 ? [{ inOld: inNew - stretch.new + stretch.old, inNew, text }] : [];
  });
}

/** Spans of a paragraph that is moved within the new text. */
function moved(pair: Pair, equal: readonly Equal[], take: number, random: () => number): Sample[] {
  const paragraphs = sharedParagraphs(pair, equal);
  const samples: Sample[] = [];
  for (let attempts = 0; samples.length < take && attempts < take * 4; attempts++) {
    const chosen = pick(paragraphs, random);
    const target = pick(paragraphs, random);
    if (!chosen || !target || Math.abs(target.inNew - chosen.inNew) < 200) continue;
    const without = pair.new.slice(0, chosen.inNew) + pair.new.slice(chosen.inNew + chosen.text.length + 1);
    const at = target.inNew > chosen.inNew ? target.inNew - chosen.text.length - 1 : target.inNew;
    const now = `${without.slice(0, at)}${chosen.text}\n${without.slice(at)}`;
    const words = wordsOf(chosen.text);
    const first = Math.floor(random() * Math.max(1, words.length - 3));
    const last = Math.min(words.length - 1, first + 3 + Math.floor(random() * 15));
    const span = { start: words[first]?.start ?? 0, end: words[last]?.end ?? chosen.text.length };
    // A passage that occurs twice has no single new position.
    if (pair.old.split(chosen.text.slice(span.start, span.end)).length > 2) continue;
    samples.push({
      kind: "moved",
      old: pair.old,
      new: now,
      span: shifted(span, chosen.inOld),
      truth: shifted(span, at),
    });
  }
  return samples;
}

/** Spans of passages that were deleted, by real editors and by us. */
function removed(
  pair: Pair,
  equal: readonly Equal[],
  deleted: readonly TextRange[],
  take: number,
  random: () => number,
): Sample[] {
  const samples: Sample[] = [];
  const add = (now: string, span: TextRange) => {
    const words = wordsOf(pair.old.slice(span.start, span.end));
    if (words.length < 4) return;
    const first = Math.floor(random() * (words.length - 3));
    const last = Math.min(words.length - 1, first + 3 + Math.floor(random() * 15));
    const part = {
      start: span.start + (words[first]?.start ?? 0),
      end: span.start + (words[last]?.end ?? 0),
    };
    if (!normalise(now).includes(normalise(pair.old.slice(part.start, part.end))))
      samples.push({ kind: "deleted", old: pair.old, new: now, span: part, truth: null });
  };
  const lost = deleted.filter(
    ({ start, end }) => end - start >= 60 && sharedWords(pair.old.slice(start, end), pair.new) < 0.4,
  );
  for (let attempts = 0; attempts < take && samples.length < take / 2; attempts++) {
    const range = pick(lost, random);
    if (range) add(pair.new, range);
  }
  const paragraphs = sharedParagraphs(pair, equal);
  for (let attempts = 0; samples.length < take && attempts < take * 4; attempts++) {
    const chosen = pick(paragraphs, random);
    if (!chosen) break;
    const now = pair.new.slice(0, chosen.inNew) + pair.new.slice(chosen.inNew + chosen.text.length + 1);
    add(now, { start: chosen.inOld, end: chosen.inOld + chosen.text.length });
  }
  return samples;
}

/** A text without what editors change and nobody reads as a change: kinds of quotation marks, dashes and spaces. */
function normalise(text: string): string {
  return text
    .replace(/[‘’‚‛']/g, "'")
    .replace(/[“”„‟"]/g, '"')
    .replace(/[‐-―]/g, "-")
    .replace(/\s+/g, " ");
}

/** The share of a passage's three-word shingles that a text contains. */
function sharedWords(passage: string, text: string): number {
  const words = normalise(passage).split(" ").filter(Boolean);
  const shingles = words.slice(0, -2).map((_, index) => words.slice(index, index + 3).join(" "));
  if (shingles.length === 0) return 1;
  const normalised = normalise(text);
  return shingles.filter((shingle) => normalised.includes(shingle)).length / shingles.length;
}
