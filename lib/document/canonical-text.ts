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
  /**
   * How many code points stand before an offset, as W3C selectors count; of an offset that cuts a surrogate pair, those before the pair.
   * @throws RangeError for an offset outside the text
   */
  toCodePoint(offset: number): number;
  /**
   * The offset before which so many code points stand.
   * @throws RangeError for a number that is larger than that of the text's code points
   */
  fromCodePoint(count: number): number;
}

/** A block that holds text: where it begins in the text and in the document. */
interface TextBlock {
  offset: number;
  pos: number;
  length: number;
  /** Code points of the text before it. */
  points: number;
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
  let points = 0;
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true;
    if (blocks.length > 0) {
      offset += 1;
      points += 1;
    }
    const text = textOf(node);
    blocks.push({ offset, pos: pos + 1, length: text.length, points });
    parts.push(text);
    offset += text.length;
    points += codePoints(text);
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
    toCodePoint(at) {
      if (at < 0 || at > text.length) throw new RangeError(`offset ${at} is outside 0..${text.length}`);
      const block = blocks[lastAtOrBefore(blocks, at, (candidate) => candidate.offset)];
      if (!block) return 0;
      const before = text.slice(block.offset, at);
      return block.points + codePoints(before) - (cutsPair(text, at) ? 1 : 0);
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

/** Code points of a text; a surrogate that stands alone counts as one. */
function codePoints(text: string): number {
  let count = text.length;
  for (let at = 0; at < text.length - 1; at++)
    if (isPair(text, at)) {
      count -= 1;
      at += 1;
    }
  return count;
}

/** Whether a surrogate pair begins at an offset. */
function isPair(text: string, at: number): boolean {
  return isBetween(text.charCodeAt(at), 0xd800, 0xdbff) && isBetween(text.charCodeAt(at + 1), 0xdc00, 0xdfff);
}

function cutsPair(text: string, at: number): boolean {
  return at > 0 && isPair(text, at - 1);
}

function isBetween(unit: number, low: number, high: number): boolean {
  return unit >= low && unit <= high;
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
