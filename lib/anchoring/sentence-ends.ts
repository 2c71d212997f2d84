import type { TokenisedText } from "./tokenised-text";

/** Tokens `from..to`. */
export interface TokenRange {
  from: number;
  to: number;
}

/** How many sentences and lines end after one of these tokens. */
export function sentenceEnds(side: TokenisedText, { from, to }: TokenRange): number {
  let count = 0;
  for (let index = from; index < to; index++) if (endsSentence(side, index)) count += 1;
  return count;
}

/** Whether a sentence or a line ends after a token. A full stop after a single letter is an abbreviation. */
export function endsSentence(
  { folded: { lines }, tokens: { starts, ends } }: TokenisedText,
  index: number,
): boolean {
  const between = lines.slice(ends[index] as number, starts[index + 1] ?? lines.length);
  if (between.includes("\n")) return true;
  const sign = lines[starts[index] as number] as string;
  if (/[。！？।؟]/.test(sign)) return true;
  if (!/[.!?…]/.test(sign) || between === "") return false;
  const before = index > 0 ? (ends[index - 1] as number) - (starts[index - 1] as number) : 0;
  return sign !== "." || (before > 1 && !/\p{Ll}/u.test(lines[starts[index + 1] ?? -1] ?? ""));
}

/** Letters and digits of these tokens, in UTF-16 units. */
export function weightOf({ tokens: { weights } }: TokenisedText, { from, to }: TokenRange): number {
  let sum = 0;
  for (let index = from; index < to; index++) sum += weights[index] as number;
  return sum;
}
