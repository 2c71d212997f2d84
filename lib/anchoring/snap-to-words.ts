import type { TextRange } from "./text-range";

const WORD = /[\p{L}\p{M}\p{N}]/u;
/** Scripts that don't separate words by spaces: there, a span can begin and end at any letter. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/**
 * Widens a span so that it doesn't cut a word: ends inside a word move outward to its edges.
 * @param text the text that the UTF-16 offsets of the span refer to
 */
export function snapToWords(text: string, { start, end }: TextRange): TextRange {
  let from = start;
  let to = end;
  while (isInside(text, from)) from -= characterBefore(text, from).length;
  while (isInside(text, to)) to += characterAfter(text, to).length;
  return { start: from, end: to };
}

/** Whether an offset is between two letters of one word. */
function isInside(text: string, at: number): boolean {
  return isPartOfWord(characterBefore(text, at)) && isPartOfWord(characterAfter(text, at));
}

function isPartOfWord(character: string): boolean {
  return WORD.test(character) && !UNSPACED.test(character);
}

function characterBefore(text: string, at: number): string {
  const unit = text.charCodeAt(at - 1);
  return unit >= 0xdc00 && unit <= 0xdfff && at > 1 ? text.slice(at - 2, at) : text.slice(at - 1, at);
}

function characterAfter(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) ?? 0);
}
