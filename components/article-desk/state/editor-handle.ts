import type { TextRange } from "@/lib/anchoring/reanchor";

/** What the page can ask of the article's text. Offsets are UTF-16 units of the canonical text. */
export interface ArticleEditorHandle {
  /** Brings a place into sight, in the middle of the window. */
  reveal(offset: number): void;
  /** Selects a passage, with the caret in it, and brings it into sight. */
  select(range: TextRange): void;
  /** Makes the other end of the selection the one that Shift and the arrows move. */
  swapEnds(): void;
  /** Where the caret is. */
  caret(): number;
  /** The selection as a span: without the space at its ends, and of whole words unless `exactly`. Null where nothing is selected. */
  selection(exactly: boolean): (TextRange & { exact: string }) | null;
  focus(): void;
}
