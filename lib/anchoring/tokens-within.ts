import { firstAtLeast } from "./first-at-least";
import type { TokenRange } from "./sentence-ends";
import type { Tokens } from "./tokenise";

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
