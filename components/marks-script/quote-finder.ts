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
      const end = at + sought.length;
      if (isInside(page.text, at) || isInside(page.text, end)) continue;
      const own = commonBefore(page.text, at, before) + commonAfter(page.text, end, after);
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

/** Whether an offset is inside a word or number: "5 %" is not in "15 %". */
function isInside(text: string, at: number): boolean {
  return isSpaced(text.charCodeAt(at - 1)) && isSpaced(text.charCodeAt(at));
}

/** What `SPACED` says of each unit: pages have few kinds, and asking a regular expression takes longer than all else. */
const known: (boolean | undefined)[] = [];

function isSpaced(unit: number): boolean {
  // Before the beginning and after the end.
  if (Number.isNaN(unit)) return false;
  const isOne = known[unit] ?? SPACED.test(String.fromCharCode(unit));
  known[unit] = isOne;
  return isOne;
}

/** How many units of a text before an offset are the last ones of another. */
function commonBefore(text: string, at: number, other: string): number {
  let length = 0;
  while (length < other.length && at > length && text[at - 1 - length] === other[other.length - 1 - length])
    length++;
  return length;
}

/** How many units of a text from an offset are the first ones of another. */
function commonAfter(text: string, at: number, other: string): number {
  let length = 0;
  while (length < other.length && text[at + length] === other[length]) length++;
  return length;
}
