import type { Editor } from "@tiptap/core";
import type { EditorState, Transaction } from "@tiptap/pm/state";

/**
 * Syncs the editor's selection with the browser's. Browsers fire `selectionchange` a moment after the selection changed, and an editor
 * that redraws before then restores the old selection: a key press in between would be lost.
 */
export function readSelection(): void {
  document.dispatchEvent(new Event("selectionchange"));
}

/** Draws decorations over the text without changing the selection. */
export function drawOver(editor: Editor, draw: (state: EditorState) => Transaction): void {
  readSelection();
  editor.view.dispatch(draw(editor.state));
}
