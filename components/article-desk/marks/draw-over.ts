import type { Editor } from "@tiptap/core";
import type { EditorState, Transaction } from "@tiptap/pm/state";

/**
 * Has the editor take over what is selected in the browser now. Browsers tell of a new selection a moment after it was made, and an editor
 * that draws anew before then puts the older one back: a key that was pressed in between would be lost.
 */
export function readSelection(): void {
  document.dispatchEvent(new Event("selectionchange"));
}

/** Draws something over the editor's text, and leaves the selection as it is in the browser. */
export function drawOver(editor: Editor, draw: (state: EditorState) => Transaction): void {
  readSelection();
  editor.view.dispatch(draw(editor.state));
}
