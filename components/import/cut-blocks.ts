import type { Editor } from "@tiptap/core";

/** Which blocks at the top of a document to cut: those of the selection, all before or after them, or the one at a place. */
export type Cut = "here" | "before" | "after" | { index: number };

/** Cuts whole blocks out of a text. Undo gives them back. */
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
  const place = (index: number) => {
    let at = 0;
    for (let each = 0; each < index; each++) at += doc.child(each).nodeSize;
    return at;
  };
  if (from >= to) return;
  editor
    .chain()
    .focus(undefined, { scrollIntoView: false })
    .deleteRange({ from: place(from), to: place(to) })
    .run();
}
