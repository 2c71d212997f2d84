import type { RefObject } from "react";
import type { TextRange } from "@/lib/anchoring/text-range";

/** What the page can do with the article's text. Offsets are UTF-16 units of the canonical text. */
export interface ArticleEditorHandle {
  /** Scrolls an offset to the middle of the window. */
  reveal(offset: number): void;
  /** The same, unless the offset is in view already. */
  revealIfHidden(offset: number): void;
  /** Scrolls a range to above an edge, in pixels from the top of the window, unless it is in view there already. */
  showAbove(range: TextRange, edge: number): void;
  /** Selects a range and scrolls to it. */
  select(range: TextRange): void;
  /** Swaps the anchor and head of the selection, so that Shift and the arrow keys move its other end. */
  swapEnds(): void;
  /** The offset of the cursor. */
  caret(): number;
  /** Puts the cursor at an offset and the focus into the text, without scrolling. */
  moveCaret(offset: number): void;
  /** The selection without surrounding space, extended to full words unless `exactly`. Null if nothing is selected. */
  selection(exactly: boolean): (TextRange & { exact: string }) | null;
  focus(): void;
}

/** The text of the page; null until it is drawn. */
export type EditorRef = RefObject<ArticleEditorHandle | null>;
