import type { Tokens } from "./tokenise";

/** Where each token of a text occurs. */
export interface TokenPositions {
  /** How often the token with this number occurs. */
  count(id: number): number;
  /** The indexes of its occurrences, in order. */
  of(id: number): Int32Array;
}

/** Indexes the tokens of a text by their numbers. */
export function tokenPositions({ ids }: Tokens): TokenPositions {
  let highest = 0;
  for (const id of ids) if (id > highest) highest = id;
  const ends = new Int32Array(highest + 2);
  for (const id of ids) ends[id + 1] = (ends[id + 1] as number) + 1;
  for (let id = 1; id < ends.length; id++) ends[id] = (ends[id] as number) + (ends[id - 1] as number);
  const next = ends.slice();
  const indexes = new Int32Array(ids.length);
  ids.forEach((id, index) => {
    const at = next[id] as number;
    indexes[at] = index;
    next[id] = at + 1;
  });
  return {
    count: (id) => (id > highest ? 0 : (ends[id + 1] as number) - (ends[id] as number)),
    of: (id) => (id > highest ? indexes.subarray(0, 0) : indexes.subarray(ends[id], ends[id + 1])),
  };
}
