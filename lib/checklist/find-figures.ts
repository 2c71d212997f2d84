import type { TextRange } from "@/lib/anchoring/text-range";
import type { CalendarWords } from "./calendar-words";
import { FIGURE_END, type NumberWords, SCALE_WORDS } from "./figure-words";
import type { WordToken } from "./word-token";

const SPACE = "[ \\u00a0\\u202f\\u2009]";
/** Grouped by spaces, or by marks: "240 000", "1,234.5", "10:30", "17.05.2024". A lone fraction is one as well: "½". */
const NUMBER = `(?:\\p{Nd}{1,3}(?:${SPACE}\\p{Nd}{3})+(?!\\p{Nd})(?:[.,]\\p{Nd}+)?|\\p{Nd}+(?:[.,'’:/٫٬]\\p{Nd}+)*)[½¼¾⅓⅔⅛⅜⅝⅞]?|[½¼¾⅓⅔⅛⅜⅝⅞]`;
const CURRENCY = `(?:(?:US|AU|NZ|HK|[ACSR])?\\$|[€£¥₹₽₩₺₴₦฿₫₪₱]|(?:USD|EUR|GBP|CHF|JPY|CNY|RUB|INR|Rs\\.?|№|No\\.|Nr\\.)(?=${SPACE}?\\p{Nd}))${SPACE}?`;
const POWER = `(?:${SPACE}?[×·]${SPACE}?10)?[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]*`;
const FIGURE = new RegExp(
  `(?<![\\p{Lu}\\p{Ll}\\p{M}\\p{Nd}_@#/]|[\\p{Lu}\\p{Ll}][-‐‑.’'])` +
    `(?:(?<=^|[\\s(“„«"‘])[-−+±~≈])?(?:${CURRENCY})?(?:\\p{Nd}{4}年\\p{Nd}{1,2}月(?:\\p{Nd}{1,2}日)?|\\p{Nd}{1,2}月\\p{Nd}{1,2}日|` +
    `(?:${NUMBER})${POWER}(?:%?[–‑-](?:${CURRENCY})?(?:${NUMBER})${POWER})*)`,
  "gu",
);

/** A day before the name of a month, at the end of what is before it: "17 ", "3. ", "21st of ", "5 de ", "1er ". */
const DAY_BEFORE =
  /(?<![\p{L}\p{Nd}.,/])(?:\d{1,2}\s?[–-]\s?)?\d{1,2}(?:\.|st|nd|rd|th|er|º)?[ \u00a0](?:(?:of|de|di)[ \u00a0])?$/u;
/** A day, a year or both after it: " 17, 2024", " de 2024". */
const AFTER_MONTH =
  /\.?(?:[ \u00a0]\d{1,2}(?:st|nd|rd|th)?(?:[–-]\d{1,2})?(?![\p{L}\p{Nd}]|[.,:]\d))?(?:,?[ \u00a0](?:(?:de|del)[ \u00a0])?\d{4}(?![\p{L}\p{Nd}])(?:[ \u00a0](?:года|г\.))?)?/uy;
/** UTF-16 units before a month in which its day is. */
const MAX_DAY_LENGTH = 16;

/**
 * The figures of one block of text, each with its unit: numbers, amounts, percentages, ordinals, dates, times, and numbers in words.
 * @param text the canonical text; the block is its range from `start` to `end`
 * @param tokens the words of the block
 * @returns in text order, none overlapping
 */
export function findFigures(
  text: string,
  { start, end }: TextRange,
  tokens: readonly WordToken[],
  { calendar, numberWords }: { calendar: CalendarWords; numberWords: NumberWords | null },
): TextRange[] {
  const block = text.slice(start, end);
  const at = (range: TextRange) => ({ start: range.start + start, end: range.end + start });
  const dates = findDates(block, start, tokens, calendar).map(at);
  const numbers = mergeRanges(dates, findNumbers(block).map(at));
  return numberWords ? mergeRanges(numbers, findNumberWords(text, tokens, numberWords)) : numbers;
}

/** Both lists in text order, without those of the second that overlap one of the first. */
function mergeRanges(first: readonly TextRange[], second: readonly TextRange[]): TextRange[] {
  const merged: TextRange[] = [];
  let next = 0;
  for (const range of second) {
    while (next < first.length && (first[next] as TextRange).end <= range.start)
      merged.push(first[next++] as TextRange);
    const other = first[next];
    if (!other || other.start >= range.end) merged.push(range);
  }
  return [...merged, ...first.slice(next)];
}

/** Where a figure ends that has its last digit or number word before `from`. */
function endWithUnit(text: string, from: number): number {
  FIGURE_END.lastIndex = from;
  return from + (FIGURE_END.exec(text)?.[0].length ?? 0);
}

function findNumbers(block: string): TextRange[] {
  const found: TextRange[] = [];
  let past = 0;
  for (const match of block.matchAll(FIGURE)) {
    const start = match.index;
    const end = endWithUnit(block, start + match[0].length);
    // The number of a note, and what is a part of the unit before.
    const isNote = block[start - 1] === "[" && block[end] === "]";
    if (start < past || isNote || start === end) continue;
    found.push({ start, end });
    past = end;
  }
  return found;
}

function findDates(
  block: string,
  offset: number,
  tokens: readonly WordToken[],
  { months }: CalendarWords,
): TextRange[] {
  const found: TextRange[] = [];
  for (const { start, end, lower } of tokens) {
    if (!months.has(lower)) continue;
    const month = start - offset;
    const day = DAY_BEFORE.exec(block.slice(Math.max(0, month - MAX_DAY_LENGTH), month))?.[0] ?? "";
    AFTER_MONTH.lastIndex = end - offset;
    const after = AFTER_MONTH.exec(block)?.[0] ?? "";
    const hasNumber = /\d/.test(after);
    if (day === "" && !hasNumber) continue;
    const from = month - day.length;
    if (from < (found.at(-1)?.end ?? 0)) continue;
    found.push({ start: from, end: end - offset + (hasNumber ? after.length : 0) });
  }
  return found;
}

function findNumberWords(
  text: string,
  tokens: readonly WordToken[],
  { numbers, articles, joins, parts }: NumberWords,
): TextRange[] {
  const isNumber = ({ lower }: WordToken) =>
    numbers.has(lower) ||
    (lower.length <= 40 && (parts?.test(lower) ?? false) && !/^(?:ein|und|en)+$/.test(lower)) ||
    (lower.includes("-") && lower.split("-").every((part) => numbers.has(part) || articles.has(part)));
  const isNext = (index: number) =>
    /^[ \u00a0-]$/.test(text.slice(tokens[index - 1]?.end, tokens[index]?.start));
  const found: TextRange[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as WordToken;
    const following = tokens[index + 1];
    const begins =
      isNumber(token) ||
      (articles.has(token.lower) &&
        following !== undefined &&
        SCALE_WORDS.has(following.lower) &&
        isNext(index + 1));
    if (!begins) continue;
    let last = index;
    for (;;) {
      const next = tokens[last + 1];
      if (!next || !isNext(last + 1)) break;
      if (isNumber(next) || SCALE_WORDS.has(next.lower)) last += 1;
      else {
        const second = tokens[last + 2];
        if (!joins.has(next.lower) || !second || !isNext(last + 2) || !isNumber(second)) break;
        last += 2;
      }
    }
    found.push({ start: token.start, end: endWithUnit(text, (tokens[last] as WordToken).end) });
    index = last;
  }
  return found;
}
