import { type FoldedText, foldInvisible, toRaw } from "@/lib/anchoring/fold-invisible";
import type { TextRange } from "@/lib/anchoring/text-range";
import { substringIndex } from "./substring-index";

/** A quote with its context: the W3C TextQuoteSelector. */
export interface Quote {
  exact: string;
  prefix: string;
  suffix: string;
}

/** Occurrences that are compared: "the" says nothing of where it is. */
const MAX_OCCURRENCES = 200;
/** A shorter quote is only the right one with words of its context beside it. */
const ENOUGH_LENGTH = 16;
const ENOUGH_CONTEXT = 6;

/**
 * Finds quotes in the text of a page, which has more around the article than the desk imported, and other white space. What readers can't
 * see is not compared. It never guesses: a quote that occurs more than once counts only where its context fits best.
 * @param page its text, folded
 * @returns UTF-16 offsets into the text; null if the page does not have the quote, or nothing tells which one it is
 */
export function quoteFinder(page: FoldedText): (quote: Quote) => TextRange | null {
  const occurrences = substringIndex(page.text);
  return ({ exact, prefix, suffix }) => {
    const sought = folded(exact).trim();
    if (sought === "") return null;
    const [before, after] = [folded(prefix).trimStart(), folded(suffix).trimEnd()];
    let [best, context, isTied, count] = [-1, -1, false, 0];
    for (const at of occurrences(sought)) {
      if (++count > MAX_OCCURRENCES) return null;
      if (!isWhole(page.text, at, at + sought.length)) continue;
      const own =
        commonEnd(page.text.slice(Math.max(0, at - before.length), at), before) +
        commonStart(page.text.slice(at + sought.length, at + sought.length + after.length), after);
      if (own > context) [best, context, isTied] = [at, own, false];
      else if (own === context) isTied = true;
    }
    const wanted = Math.min(ENOUGH_CONTEXT, before.length + after.length);
    if (best === -1 || isTied || (sought.length < ENOUGH_LENGTH && context < wanted)) return null;
    return toRaw(page, { start: best, end: best + sought.length });
  };
}

const folded = (text: string) => foldInvisible(text).text;

/** Letters of scripts that put spaces between words. */
const SPACED =
  /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}\p{N}]/u;

/** Whether no end is inside a word or number: "5 %" is not in "15 %". */
function isWhole(text: string, start: number, end: number): boolean {
  const isInside = (at: number) => SPACED.test(text[at - 1] ?? "") && SPACED.test(text[at] ?? "");
  return !isInside(start) && !isInside(end);
}

function commonStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length;
}

function commonEnd(one: string, other: string): number {
  let length = 0;
  while (length < one.length && length < other.length && one.at(-1 - length) === other.at(-1 - length))
    length++;
  return length;
}
