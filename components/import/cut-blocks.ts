import type { Editor } from "@tiptap/core";

/** Which top-level blocks to remove: those in the selection, all before or after them, or the one at an index. */
export type Cut = "here" | "before" | "after" | { index: number };

/** Removes blocks from a text. Undo restores them. */
export function cutBlocks(editor: Editor, cut: Cut): void {
  const { doc, selection } = editor.state;
  const first = selection.$from.index(0);
  const last = Math.max(first, selection.$to.indexAfter(0) - 1);
  const [from, to] =
    cut === "before"
      ? [0, first]
      : cut === "after"
        ? [last + 1, doc.childCount]
        : cut === "here"
          ? [first, last + 1]
          : [cut.index, cut.index + 1];
  const positionOf = (index: number) => {
    let at = 0;
    for (let child = 0; child < index; child++) at += doc.child(child).nodeSize;
    return at;
  };
  if (from >= to) return;
  editor
    .chain()
    .focus(undefined, { scrollIntoView: false })
    .deleteRange({ from: positionOf(from), to: positionOf(to) })
    .run();
}
