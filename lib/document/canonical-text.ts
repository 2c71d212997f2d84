import type { Node } from "@tiptap/pm/model";

/**
 * The text of a document and the map between its offsets and the document's positions, made in one walk so that they cannot
 * disagree. Text blocks are separated by "\n"; a hard break is "\n" too. Offsets are UTF-16 code units.
 */
export interface CanonicalText {
  text: string;
  /**
   * The ProseMirror position of an offset. The offset before a break between blocks is the end of the block before it, the one after
   * the break is the start of the next block.
   * @throws RangeError for an offset outside the text
   */
  toPos(offset: number): number;
  /** The offset of a ProseMirror position; a position between text blocks maps to the nearest offset before it. */
  toOffset(pos: number): number;
  /**
   * Code points before an offset, as W3C selectors count. An offset inside a surrogate pair counts as before the pair.
   * @throws RangeError for an offset outside the text
   */
  toCodePoint(offset: number): number;
  /**
   * The UTF-16 offset after the first `count` code points.
   * @throws RangeError if the text has fewer code points
   */
  fromCodePoint(count: number): number;
}

/** A text block: where it begins in the text and in the document. */
interface TextBlock {
  offset: number;
  pos: number;
  length: number;
  /** Code points of the text before it. */
  points: number;
}

/** Replaces an inline leaf without text (object replacement character), repeated to its size so that offsets and positions agree. */
const LEAF = "\ufffc";

/**
 * Makes the canonical text of a document and its position map.
 * @param doc a document whose inline leaves have size 1 (hard breaks)
 */
export function canonicalText(doc: Node): CanonicalText {
  const blocks: TextBlock[] = [];
  const parts: string[] = [];
  let offset = 0;
  let points = 0;
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return;
    if (blocks.length > 0) {
      offset += 1;
      points += 1;
    }
    const text = textOf(node);
    blocks.push({ offset, pos: pos + 1, length: text.length, points });
    parts.push(text);
    offset += text.length;
    points += codePoints(text);
  });
  const text = parts.join("\n");

  return {
    text,
    toPos(at) {
      if (at < 0 || at > text.length) throw new RangeError(`offset ${at} is outside 0..${text.length}`);
      const block = blocks[lastAtOrBefore(blocks, at, (candidate) => candidate.offset)];
      if (!block) return 0;
      return block.pos + at - block.offset;
    },
    toOffset(pos) {
      const block = blocks[lastAtOrBefore(blocks, pos, (candidate) => candidate.pos)];
      if (!block) return 0;
      return block.offset + Math.min(pos - block.pos, block.length);
    },
    toCodePoint(at) {
      if (at < 0 || at > text.length) throw new RangeError(`offset ${at} is outside 0..${text.length}`);
      const block = blocks[lastAtOrBefore(blocks, at, (candidate) => candidate.offset)];
      if (!block) return 0;
      const before = text.slice(block.offset, at);
      return block.points + codePoints(before) - (isPair(text, at - 1) ? 1 : 0);
    },
    fromCodePoint(count) {
      if (count < 0 || count > points) throw new RangeError(`code point ${count} is outside 0..${points}`);
      const block = blocks[lastAtOrBefore(blocks, count, (candidate) => candidate.points)];
      if (!block) return 0;
      let at = block.offset;
      for (let left = count - block.points; left > 0; left--) at += isPair(text, at) ? 2 : 1;
      return at;
    },
  };
}

/** Code points of a text; a lone surrogate counts as one. */
function codePoints(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += isPair(text, at) ? 2 : 1) count += 1;
  return count;
}

/** Whether a surrogate pair begins at an offset. */
function isPair(text: string, at: number): boolean {
  return (text.codePointAt(at) as number) > 0xffff;
}

/** The text of one block, one unit for each unit of the document. */
function textOf(block: Node): string {
  let text = "";
  block.forEach((child) => {
    text += child.text ?? (child.type.name === "hardBreak" ? "\n" : LEAF.repeat(child.nodeSize));
  });
  return text;
}

/** Index of the last block whose key is at or before a value, or -1. Blocks are sorted by every key. */
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
