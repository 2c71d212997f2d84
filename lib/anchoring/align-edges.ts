import type { TokenMatch } from "./match-tokens";
import type { Tokens } from "./tokenise";
import type { TokenisedText } from "./tokenised-text";

/**
 * The edges of a pure insertion or deletion can often be read in two ways: if the middle of "A b. A c. A d." is gone, either "A c." or "c. A"
 * was deleted. People edit by sentence, so the reading that begins at a line or a sentence wins.
 * This is the lossless semantic cleanup of diff-match-patch, by tokens. Changes `matches` itself; some can end up empty.
 */
export function alignEdges(matches: TokenMatch[], old: TokenisedText, now: TokenisedText): void {
  for (let index = 1; index < matches.length; index++) {
    const before = matches[index - 1] as TokenMatch;
    const after = matches[index] as TokenMatch;
    const oldGap = after.a - (before.a + before.length);
    const newGap = after.b - (before.b + before.length);
    if (oldGap > 0 === newGap > 0) continue;
    const [side, from, to] =
      oldGap > 0 ? [old, before.a + before.length, after.a] : [now, before.b + before.length, after.b];
    const shift = bestShift(side, from, to, before.length, after.length);
    before.length += shift;
    after.a += shift;
    after.b += shift;
    after.length -= shift;
  }
}

/** By how many tokens to shift a gap; negative means to the left. */
function bestShift(
  { folded: { lines: text }, tokens }: TokenisedText,
  from: number,
  to: number,
  maxLeft: number,
  maxRight: number,
): number {
  const { ids } = tokens;
  let left = 0;
  while (left < maxLeft && ids[from - left - 1] === ids[to - left - 1]) left++;
  let right = 0;
  while (right < maxRight && ids[from + right] === ids[to + right]) right++;
  let best = 0;
  let bestQuality = -1;
  for (let shift = -left; shift <= right; shift++) {
    const quality = edgeQuality(text, tokens, from + shift) + edgeQuality(text, tokens, to + shift);
    if (quality > bestQuality || (quality === bestQuality && Math.abs(shift) < Math.abs(best)))
      [best, bestQuality] = [shift, quality];
  }
  return best;
}

/** How good a boundary is before a token: 4 for a line, 3 for a sentence, 1 after punctuation, 0 between two words. */
function edgeQuality(text: string, { starts, ends }: Tokens, index: number): number {
  const between = text.slice(ends[index - 1] ?? 0, starts[index] ?? text.length);
  if (index <= 0 || index >= starts.length || between.includes("\n")) return 4;
  const sign = text[(ends[index - 1] as number) - 1] as string;
  if (/[.!?…。！？؟।]/.test(sign)) return 3;
  return /[^\p{L}\p{M}\p{N}]/u.test(sign) ? 1 : 0;
}
