import type { Editor } from "@tiptap/core";
import { canonicalText } from "@/lib/document/canonical-text";
import { findDifference } from "@/lib/fidelity/find-difference";
import type { ImportDifference } from "@/lib/fidelity/import-difference";

/** Puts the words of the file into the text: missing ones are inserted, changed ones replaced, added ones removed. Undo takes it back. */
export function resolveDifference(editor: Editor, difference: ImportDifference): void {
  const range = rangeOf(editor, difference);
  if (!range) return;
  const { kind, original, isBlock } = difference;
  const chain = editor.chain().focus(undefined, { scrollIntoView: false });
  if (kind === "added") chain.deleteRange(range).scrollIntoView().run();
  else if (kind === "missing" && isBlock) {
    const paragraphs = original.split("\n").filter((line) => line.trim() !== "");
    const at = editor.state.doc.resolve(range.to).after(1);
    const content = paragraphs.map((text) => ({
      type: "paragraph",
      content: [{ type: "text", text: text.trim() }],
    }));
    chain.insertContentAt(at, content).scrollIntoView().run();
  } else {
    const text = kind === "missing" ? spaced(original, difference) : original;
    chain
      .insertContentAt(range, { type: "text", text: text.replaceAll("\n", " ") })
      .scrollIntoView()
      .run();
  }
}

/** Selects the words in question, or the point where they are missing. */
export function showDifference(editor: Editor, difference: ImportDifference): void {
  const range = rangeOf(editor, difference);
  if (range) editor.chain().focus().setTextSelection(range).scrollIntoView().run();
}

function rangeOf(editor: Editor, difference: ImportDifference): { from: number; to: number } | null {
  const canonical = canonicalText(editor.state.doc);
  const found = findDifference(canonical.text, difference);
  if (found.kind !== "open") return null;
  return { from: canonical.toPos(found.start), to: canonical.toPos(found.end) };
}

/** Missing words with the spaces that separate them from their neighbours. */
function spaced(original: string, { before, after }: ImportDifference): string {
  const isWord = (character: string | undefined) => /[\p{L}\p{N}]/u.test(character ?? "");
  const separated = isWord(before.at(-1)) ? ` ${original}` : original;
  return isWord(after[0]) ? `${separated} ` : separated;
}
