import { firstAtLeast } from "./first-at-least";
import type { FoldedText } from "./fold-invisible";
import { type Tokens, tokenise, type Vocabulary } from "./tokenise";

/** A folded text and its tokens, whose offsets are in the folded text. */
export interface TokenisedText {
  folded: FoldedText;
  tokens: Tokens;
}

/** Finds the tokens of a folded text. @param vocabulary shared with the texts that it is compared with */
export function tokenised(folded: FoldedText, vocabulary: Vocabulary): TokenisedText {
  return { folded, tokens: tokenise(folded.text, vocabulary) };
}

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

/** The tokens of a range; one that reaches over an end counts if most of it is in the range. */
export function tokensWithin({ starts, ends }: Tokens, start: number, end: number): TokenRange {
  const isMostlyAfter = (index: number, offset: number) =>
    (starts[index] as number) + (ends[index] as number) >= 2 * offset;
  const boundary = (offset: number) => {
    const index = firstAtLeast(ends, offset + 1);
    return index < starts.length && !isMostlyAfter(index, offset) ? index + 1 : index;
  };
  const from = boundary(start);
  return { from, to: Math.max(from, boundary(end)) };
}
