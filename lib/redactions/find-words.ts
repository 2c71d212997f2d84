import { type FoldedText, foldText } from "./fold-text";
import { occurrences } from "./occurrences";

/** A part of a text, in UTF-16 units, `start < end`. */
export interface Range {
  start: number;
  end: number;
}

const WORD = /[\p{L}\p{M}\p{N}]/u;
/** Scripts that are written without spaces: every character can be the end of a word. */
export const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/**
 * Where words appear in a text as whole words, in text order and without overlaps. Differences that no reader sees are ignored.
 * @param folded the text, from `foldText` with the same regard to case as `words`
 * @param words folded, without white space at its ends; finds nothing if it is empty
 */
export function findWords(folded: FoldedText, words: string): Range[] {
  if (words === "") return [];
  const ranges: Range[] = [];
  let free = 0;
  for (const at of occurrences(folded.text, words)) {
    const end = at + words.length;
    if (at < free || !isEdge(folded.text, at) || !isEdge(folded.text, end) || !isCluster(folded, at, end))
      continue;
    const { starts, ends } = folded.offsets();
    ranges.push({ start: starts[at] as number, end: ends[end - 1] as number });
    free = end;
  }
  return ranges;
}

/** Words in the form that `findWords` looks for. */
export function foldWords(words: string, options: { matchCase: boolean }): string {
  return foldText(words, options).text.trim();
}

/** Whether a word can begin or end at an offset. */
function isEdge(text: string, at: number): boolean {
  const before = characterBefore(text, at);
  const after = at < text.length ? String.fromCodePoint(text.codePointAt(at) as number) : "";
  if (!WORD.test(before) || !WORD.test(after)) return true;
  return UNSPACED.test(before) || (UNSPACED.test(after) && !/^\p{M}/u.test(after));
}

function characterBefore(text: string, at: number): string {
  const unit = text.charAt(at - 1);
  return unit >= "\udc00" && unit <= "\udfff" ? text.slice(Math.max(0, at - 2), at) : unit;
}

/** Whether a range of the folded text is made of whole characters of the original. */
function isCluster({ text, offsets }: FoldedText, at: number, end: number): boolean {
  const { starts } = offsets();
  return (
    (at === 0 || starts[at] !== starts[at - 1]) && (end === text.length || starts[end] !== starts[end - 1])
  );
}

/** The union of ranges, in text order; ranges that touch become one. */
export function uniteRanges(ranges: readonly Range[]): Range[] {
  const united: Range[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = united.at(-1);
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else united.push({ ...range });
  }
  return united;
}
