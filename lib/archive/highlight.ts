import { foldText } from "./fold-text";

/** A part of a text, and whether it is what was searched for. */
export interface HighlightedPart {
  text: string;
  found: boolean;
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
/** Scripts that are written without spaces: their words are found inside others. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々]+/gu;

/**
 * Divides a text at what a search found in it.
 * @param found words as they are in the text, without case and accents
 * @param query as typed, for scripts without spaces
 */
export function highlight(text: string, found: ReadonlySet<string>, query: string): HighlightedPart[] {
  const ranges: { start: number; end: number }[] = [];
  for (const { 0: word, index } of text.matchAll(WORD))
    if (found.has(foldText(word))) ranges.push({ start: index, end: index + word.length });
  for (const run of new Set(query.match(UNSPACED) ?? []))
    for (let at = text.indexOf(run); at !== -1; at = text.indexOf(run, at + run.length))
      ranges.push({ start: at, end: at + run.length });
  ranges.sort((one, other) => one.start - other.start);
  const parts: HighlightedPart[] = [];
  let end = 0;
  const add = (upTo: number, isFound: boolean) => {
    if (upTo > end) parts.push({ text: text.slice(end, upTo), found: isFound });
    end = Math.max(end, upTo);
  };
  for (const range of ranges) {
    if (range.end <= end) continue;
    add(range.start, false);
    add(range.end, true);
  }
  add(text.length, false);
  return parts;
}
