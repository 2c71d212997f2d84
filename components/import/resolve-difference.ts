import { closeHistory } from "@tiptap/pm/history";
import type { Node, NodeType, ResolvedPos } from "@tiptap/pm/model";
import { type EditorState, TextSelection, type Transaction } from "@tiptap/pm/state";
import { canonicalText } from "@/lib/document/canonical-text";
import { findDifference } from "@/lib/fidelity/find-difference";
import type { ImportDifference } from "@/lib/fidelity/import-difference";

/**
 * Puts the words of the file into the text: missing ones are inserted, changed ones replaced, added ones removed. One step of undo takes
 * it back.
 * @returns the change; null if the words around it are no longer in the text
 */
export function resolveDifference(state: EditorState, difference: ImportDifference): Transaction | null {
  const range = rangeOf(state.doc, difference);
  if (!range) return null;
  const { kind, original, isBlock } = difference;
  const tr = closeHistory(state.tr);
  if (kind === "added") return remove(tr, range);
  if (kind === "missing" && isBlock) return insertBlocks(tr, range.to, difference);
  const words = original.replaceAll(/\s*\n\s*/gu, " ");
  return tr.insertText(kind === "missing" ? spaced(words, difference) : words, range.from, range.to);
}

/** Selects the words in question, or the point where they are missing; null if the words around it are no longer in the text. */
export function showDifference(state: EditorState, difference: ImportDifference): Transaction | null {
  const range = rangeOf(state.doc, difference);
  if (!range) return null;
  const { tr } = state;
  return tr.setSelection(TextSelection.create(tr.doc, range.from, range.to)).scrollIntoView();
}

interface PositionRange {
  from: number;
  to: number;
}

function rangeOf(doc: Node, difference: ImportDifference): PositionRange | null {
  const canonical = canonicalText(doc);
  const found = findDifference(canonical.text, difference);
  if (found.kind !== "open") return null;
  return { from: canonical.toPos(found.start), to: canonical.toPos(found.end) };
}

/** Removes words, with one of the spaces around them, or with their paragraphs if those had nothing else. */
function remove(tr: Transaction, { from, to }: PositionRange): Transaction {
  const [$from, $to] = [tr.doc.resolve(from), tr.doc.resolve(to)];
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, " ").at(-1);
  const after = $to.parent.textBetween($to.parentOffset, $to.parent.content.size, undefined, " ").at(0);
  if (before === undefined && after === undefined && $from.sameParent($to)) {
    let { depth } = $from;
    while (depth > 1 && $from.node(depth - 1).childCount === 1) depth -= 1;
    if ($from.node(depth - 1).childCount > 1) return tr.delete($from.before(depth), $from.after(depth));
  }
  const hasSpaceTooMany = after === " " && (before === undefined || before === " ");
  return tr.delete(from, hasSpaceTooMany ? to + 1 : to);
}

/**
 * Inserts lines as paragraphs after the text block at a position: where that block and the next one share a list, as items of it; before the
 * first block if nothing of the text is before them.
 */
function insertBlocks(tr: Transaction, pos: number, { original, before }: ImportDifference): Transaction {
  const { paragraph, listItem } = tr.doc.type.schema.nodes as Record<string, NodeType>;
  const lines = original
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  const paragraphs = lines.map((line) => paragraph?.create(null, tr.doc.type.schema.text(line)) as Node);
  const $pos = tr.doc.resolve(pos);
  if (before === "" && $pos.parentOffset === 0) return tr.insert($pos.before(1), paragraphs);
  const $next = nextTextblock($pos);
  for (let depth = $next ? $pos.sharedDepth($next.pos) : 0; depth < $pos.depth; depth++) {
    const at = $pos.after(depth + 1);
    const index = $pos.indexAfter(depth);
    const container = $pos.node(depth);
    if (paragraph && container.canReplaceWith(index, index, paragraph)) return tr.insert(at, paragraphs);
    if (listItem && container.canReplaceWith(index, index, listItem))
      return tr.insert(
        at,
        paragraphs.map((each) => listItem.create(null, each)),
      );
  }
  return tr.insert($pos.after(1), paragraphs);
}

function nextTextblock($pos: ResolvedPos): ResolvedPos | null {
  const { doc } = $pos;
  const end = $pos.end();
  let found: number | null = null;
  doc.nodesBetween(Math.min(end + 1, doc.content.size), doc.content.size, (node, at) => {
    if (found === null && node.isTextblock && at > end) found = at + 1;
    return found === null;
  });
  return found === null ? null : doc.resolve(found);
}

/** Missing words with the spaces that separate them from their neighbours. */
function spaced(original: string, { before, after }: ImportDifference): string {
  const isWord = (character: string | undefined) => /[\p{L}\p{N}]/u.test(character ?? "");
  const separated = isWord(before.at(-1)) ? ` ${original}` : original;
  return isWord(after[0]) ? `${separated} ` : separated;
}
