import type { TextRange } from "@/lib/anchoring/text-range";
import { MAX_ITEM_LENGTH } from "./checkable-item";

/** Marks that open a quotation, and those that close it. Several are used both ways: “ opens in English and closes in German. */
const CLOSERS: Readonly<Record<string, string>> = {
  "“": "”",
  "„": "“”",
  "”": "”",
  "«": "»",
  "»": "«»",
  "‘": "’",
  "‚": "‘’",
  "‹": "›",
  "›": "‹›",
  "「": "」",
  "『": "』",
  '"': '"',
  "'": "'",
};
const MARK = /[“”„«»‘’‚‹›「」『』"']/g;
/** Quotations inside each other; deeper ones are part of those around them. */
const MAX_DEPTH = 8;

/**
 * The quotations of one block of text, with their marks. A quotation inside another one is part of it. One that has no closing mark
 * counts if the next block goes on with the same opening mark, as English papers set long quotations.
 * @param nextMark the first character of the next block; "" for none
 * @param offset of the block in the text that the ranges are counted in, UTF-16 units
 * @returns in text order, none overlapping
 */
export function findQuotations(block: string, nextMark: string, offset: number): TextRange[] {
  const found: TextRange[] = [];
  const open: { mark: string; at: number }[] = [];
  const add = (start: number, end: number) => {
    if (/[\p{L}\p{N}]/u.test(block.slice(start, end)))
      found.push({ start: offset + start, end: offset + Math.min(end, start + MAX_ITEM_LENGTH) });
  };
  for (const { 0: mark, index } of block.matchAll(MARK)) {
    const before = block[index - 1] ?? "";
    const after = block[index + 1] ?? "";
    const closed = closes(mark, before, after)
      ? open.findLastIndex((each) => CLOSERS[each.mark]?.includes(mark))
      : -1;
    if (closed >= 0 && !reopens(mark, before, after)) {
      const start = open[closed]?.at ?? index;
      open.length = closed;
      if (closed === 0) add(start, index + 1);
    } else if (opens(mark, before, after) && open.length < MAX_DEPTH) open.push({ mark, at: index });
  }
  const first = open[0];
  if (first && first.mark === nextMark) add(first.at, block.trimEnd().length);
  return found;
}

const isBoundary = (before: string) => before === "" || /[\s([{¿¡—–\-/“”„«»‘‚‹›「『"']/.test(before);
const isSpace = (character: string) => character === "" || /\s/.test(character);
const isLetter = (character: string) => /[\p{L}\p{N}]/u.test(character);

function opens(mark: string, before: string, after: string): boolean {
  if (CLOSERS[mark] === undefined || after === "") return false;
  switch (mark) {
    case '"':
      return isBoundary(before) && !isSpace(after);
    case "'":
    case "‘":
      return isBoundary(before) && isLetter(after);
    case "”":
    case "»":
    case "›":
      return isBoundary(before) && !isSpace(after);
    default:
      return true;
  }
}

function closes(mark: string, before: string, after: string): boolean {
  // An apostrophe inside a word closes nothing.
  if (mark === "’" || mark === "'") return !isSpace(before) && !isLetter(after);
  if (mark === '"') return !isSpace(before);
  return true;
}

/** Whether a mark that could close opens a quotation inside the open one: `»wie »hier« …«`, `“ … “ …`. */
function reopens(mark: string, before: string, after: string): boolean {
  return "“»«".includes(mark) && isSpace(before) && before !== "" && isLetter(after);
}
