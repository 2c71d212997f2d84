/** Letters, marks and digits of scripts that part words by spaces. In the others a word may begin and end anywhere. */
const IN_WORD =
  /^(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}])[\p{L}\p{M}\p{Nd}]/u;
const DIGIT = /^\p{Nd}/u;

/** What stands before the digits of a number and belongs to it: "2." of "2.40", the sign of " -5". */
const NUMBER_BEFORE = /(?:\p{Nd}[.,٫٬]|(?:^|[\s(])[-−–])$/u;
/** Places in the middle of "2.4" and "can't". */
const INSIDE = [
  [/\p{Nd}$/u, /^[.,٫٬]\p{Nd}/u],
  [/\p{Nd}[.,٫٬]$/u, /^\p{Nd}/u],
  [/\p{L}$/u, /^['’]t(?!\p{L})/iu],
  [/\p{L}['’]$/u, /^t(?!\p{L})/iu],
] as const;

/** Whether a word or number begins at a place in a text: "40" does not in "240", nor "able" in "unable". */
export function beginsWhole(text: string, start: number): boolean {
  const first = String.fromCodePoint(text.codePointAt(start) ?? 32);
  const before = text.slice(Math.max(0, start - 2), start);
  if (IN_WORD.test(first) && IN_WORD.test(lastOf(before))) return false;
  return !(DIGIT.test(first) && NUMBER_BEFORE.test(before));
}

/** Whether a word or number ends at a place in a text: "2" does not in "2.4", nor "can" in "can't". */
export function endsWhole(text: string, end: number): boolean {
  const before = text.slice(Math.max(0, end - 3), end);
  const after = text.slice(end, end + 3);
  if (IN_WORD.test(lastOf(before)) && IN_WORD.test(after)) return false;
  return !INSIDE.some(([left, right]) => left.test(before) && right.test(after));
}

/** The last character, whole where it takes two units. */
function lastOf(text: string): string {
  return [...text].at(-1) ?? " ";
}
