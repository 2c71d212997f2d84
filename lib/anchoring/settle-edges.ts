import type { TokenMatch } from "./match-tokens";
import type { Tokens } from "./tokenise";

export interface TokenisedText {
  text: string;
  tokens: Tokens;
}

/**
 * Where something was only put in or only taken out, its edges can often be read in several ways: of "A b. A c. A d." without its
 * middle either "A c." went or "c. A". People write sentences, so the reading that begins at a line or a sentence is taken.
 * (The lossless clean-up of diff-match-patch, by tokens.) Changes the matches it is given; some may end up empty.
 */
export function settleEdges(matches: TokenMatch[], old: TokenisedText, now: TokenisedText): void {
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

/** By how many tokens a gap is best shifted, to the left below 0. */
function bestShift(
  { text, tokens }: TokenisedText,
  from: number,
  to: number,
  mostLeft: number,
  mostRight: number,
): number {
  const { ids } = tokens;
  let left = 0;
  while (left < mostLeft && ids[from - left - 1] === ids[to - left - 1]) left++;
  let right = 0;
  while (right < mostRight && ids[from + right] === ids[to + right]) right++;
  let best = 0;
  let most = -1;
  for (let shift = -left; shift <= right; shift++) {
    const quality = edgeQuality(text, tokens, from + shift) + edgeQuality(text, tokens, to + shift);
    if (quality > most || (quality === most && Math.abs(shift) < Math.abs(best)))
      [best, most] = [shift, quality];
  }
  return best;
}

/** How well a token begins something: a line, a sentence, behind a sign, or in the middle of nowhere. */
function edgeQuality(text: string, { starts, ends }: Tokens, index: number): number {
  const between = text.slice(ends[index - 1] ?? 0, starts[index] ?? text.length);
  if (index <= 0 || index >= starts.length || between.includes("\n")) return 4;
  const sign = text[(ends[index - 1] as number) - 1] as string;
  if (/[.!?…。！？؟।]/.test(sign)) return 3;
  return /[^\p{L}\p{M}\p{N}]/u.test(sign) ? 1 : 0;
}
