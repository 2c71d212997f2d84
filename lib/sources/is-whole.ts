/** Letters, marks and digits of scripts that separate words by spaces. In other scripts a word can begin and end anywhere. */
const IN_WORD =
  /^(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}])[\p{L}\p{M}\p{Nd}]/u;
const DIGIT = /^\p{Nd}/u;

/** The part of a number before its digits: "2." of "2.40", the sign of " -5". */
const NUMBER_BEFORE = /(?:\p{Nd}[.,٫٬]|(?:^|[\s(])[-−–])$/u;
/** Boundaries inside "2.4" and "can't". */
const INSIDE = [
  [/\p{Nd}$/u, /^[.,٫٬]\p{Nd}/u],
  [/\p{Nd}[.,٫٬]$/u, /^\p{Nd}/u],
  [/\p{L}$/u, /^['’]t(?!\p{L})/iu],
  [/\p{L}['’]$/u, /^t(?!\p{L})/iu],
] as const;

/** Whether a word or number begins at an offset: "40" doesn't in "240", nor "able" in "unable". */
export function beginsWhole(text: string, start: number): boolean {
  const first = String.fromCodePoint(text.codePointAt(start) ?? 32);
  const before = text.slice(Math.max(0, start - 2), start);
  if (IN_WORD.test(first) && IN_WORD.test(lastOf(before))) return false;
  return !(DIGIT.test(first) && NUMBER_BEFORE.test(before));
}

/** Whether a word or number ends at an offset: "2" doesn't in "2.4", nor "can" in "can't". */
export function endsWhole(text: string, end: number): boolean {
  const before = text.slice(Math.max(0, end - 3), end);
  const after = text.slice(end, end + 3);
  if (IN_WORD.test(lastOf(before)) && IN_WORD.test(after)) return false;
  return !INSIDE.some(([left, right]) => left.test(before) && right.test(after));
}

/** The last code point. */
function lastOf(text: string): string {
  return [...text].at(-1) ?? " ";
}
