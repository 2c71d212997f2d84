import type { Node } from "@tiptap/pm/model";

/**
 * The text of a document and the map between its offsets and the document's positions, made by one walk so that they cannot
 * disagree. Blocks of text are parted by "\n"; a hard break is "\n" too. Offsets are UTF-16 code units.
 */
export interface CanonicalText {
  text: string;
  /**
   * The ProseMirror position of an offset. At a break between blocks an offset could stand in either: `side` says whether it
   * begins a span (then it goes to the block after) or ends one (then to the block before).
   * @throws RangeError for an offset outside the text
   */
  toPos(offset: number, side: "start" | "end"): number;
  /** The offset of a ProseMirror position; positions between blocks of text go to the nearest offset before them. */
  toOffset(pos: number): number;
}

/** A block that holds text: where it begins in the text and in the document. */
interface TextBlock {
  offset: number;
  pos: number;
  length: number;
}

/** Stands for a leaf inside text that has no text of its own; as long as the leaf, so that offsets and positions keep step. */
const LEAF = "\ufffc";

/**
 * Walks a document once.
 * @param doc a document whose inline leaves have size 1 (hard breaks)
 */
export function canonicalText(doc: Node): CanonicalText {
  const blocks: TextBlock[] = [];
  const parts: string[] = [];
  let offset = 0;
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true;
    if (blocks.length > 0) offset += 1;
    const text = textOf(node);
    blocks.push({ offset, pos: pos + 1, length: text.length });
    parts.push(text);
    offset += text.length;
    return false;
  });
  const text = parts.join("\n");

  return {
    text,
    toPos(at, side) {
      if (at < 0 || at > text.length) throw new RangeError(`offset ${at} is outside 0..${text.length}`);
      let index = lastAtOrBefore(blocks, at, (block) => block.offset);
      // An empty block and the one before it share no offset, so the last block at or before is the one after the break.
      let block = blocks[index];
      if (!block) return 0;
      if (side === "end" && at === block.offset && block.length === 0 && index > 0) return block.pos;
      if (side === "start" && at > block.offset + block.length) block = blocks[++index] ?? block;
      return block.pos + Math.min(at - block.offset, block.length);
    },
    toOffset(pos) {
      const block = blocks[lastAtOrBefore(blocks, pos, (candidate) => candidate.pos)];
      if (!block) return 0;
      return block.offset + Math.min(pos - block.pos, block.length);
    },
  };
}

/** The text of one block, one unit for each unit of the document. */
function textOf(block: Node): string {
  let text = "";
  block.forEach((child) => {
    text += child.isText
      ? (child.text ?? "")
      : child.type.name === "hardBreak"
        ? "\n"
        : LEAF.repeat(child.nodeSize);
  });
  return text;
}

/** Index of the last block whose key is at or before a value; -1 where there is none. Blocks are in order of both keys. */
function lastAtOrBefore(blocks: TextBlock[], value: number, key: (block: TextBlock) => number): number {
  let low = 0;
  let high = blocks.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (key(blocks[middle] as TextBlock) <= value) low = middle + 1;
    else high = middle - 1;
  }
  return high;
}
