import { Store } from "@/components/article-desk/operations/store";
import type { TextRange } from "@/lib/anchoring/text-range";
import type { ArticleEditorHandle, EditorRef } from "./editor-handle";

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
    /** The current match; null while there is none. */
    match: new Store<TextRange | null>(null),
    /** Searches from the first match on; null closes the find bar. */
    search: (query: string | null) => state.set({ query, at: 0 }),
    /** Goes to the next or previous match. @param count the number of matches */
    step: (by: 1 | -1, count: number) =>
      state.update(({ query, at }) => ({ query, at: (at + by + count) % Math.max(1, count) })),
  };
}

/**
 * The passage to mark or to comment on: the selection or, when the focus is in the find bar, the current match, which becomes the selection.
 * @returns it without surrounding space and extended to full words; null if there is neither
 */
export function foundOrSelected(
  { match }: Find,
  editor: EditorRef,
): ReturnType<ArticleEditorHandle["selection"]> {
  const found = match.get();
  const isInText = document.activeElement?.closest("[aria-readonly=true]") != null;
  const selected = editor.current?.selection(false) ?? null;
  if (found === null || (isInText && selected)) return selected;
  editor.current?.select(found);
  return editor.current?.selection(false) ?? null;
}
