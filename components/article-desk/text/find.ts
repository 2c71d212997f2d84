import { Store } from "@/components/article-desk/operations/store";

export interface FindState {
  /** Null while the find bar is closed. */
  query: string | null;
  /** Index of the current match, from 0. */
  at: number;
}

export type Find = ReturnType<typeof createFind>;

/** Search in the article. `useFind` finds the matches. */
export function createFind() {
  const state = new Store<FindState>({ query: null, at: 0 });
  return {
    state,
    /** Searches from the first match on; null closes the find bar. */
    search: (query: string | null) => state.set({ query, at: 0 }),
    /** Goes to the next or previous match. @param count the number of matches */
    step: (by: 1 | -1, count: number) =>
      state.update(({ query, at }) => ({ query, at: (at + by + count) % Math.max(1, count) })),
  };
}
