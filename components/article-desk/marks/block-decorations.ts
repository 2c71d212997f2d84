import type { Node } from "@tiptap/pm/model";
import { Decoration, DecorationSet, type DecorationSource } from "@tiptap/pm/view";

/** A range of the document with its decoration, and the key that identifies it. */
export interface DecoratedRange {
  key: string;
  /** Positions in the document. */
  from: number;
  to: number;
  attributes: Record<string, string>;
}

interface Block {
  /** Start of the block in the document's content. */
  offset: number;
  node: Node;
}

/**
 * Decorations of a read-only document, indexed by top-level block. When the editor redraws, it requests the decorations of each block,
 * and a DecorationSet scans every block before it: with thousands of paragraphs, that takes most of a redraw.
 * Here a block's set is a map lookup, and a change rebuilds only the sets of the blocks it affects. Blocks are decorated
 * when they are first drawn, so that those far off screen can wait: see block-painter.ts.
 */
export class BlockDecorations implements DecorationSource {
  private constructor(
    private readonly blocks: readonly Block[],
    private readonly sets: ReadonlyMap<number, DecorationSet>,
    private readonly ranges: ReadonlyMap<string, DecoratedRange>,
    /** Keys of the ranges in each block, by the block's offset. */
    private readonly keysByBlock: ReadonlyMap<number, ReadonlySet<string>>,
    /** Offsets of the blocks that are decorated. */
    private readonly drawn: ReadonlySet<number>,
  ) {}

  /** A document without decorations. */
  static of(doc: Node): BlockDecorations {
    const blocks: Block[] = [];
    doc.forEach((node, offset) => {
      blocks.push({ offset, node });
    });
    return new BlockDecorations(blocks, new Map(), new Map(), new Map(), new Set());
  }

  /** The same decorations with some keys removed and some ranges added. */
  change(remove: Iterable<string>, add: Iterable<DecoratedRange>): BlockDecorations {
    const ranges = new Map(this.ranges);
    const keysByBlock = new Map(this.keysByBlock);
    const dirty = new Map<number, Block>();
    const touch = (range: DecoratedRange, edit: (keys: Set<string>) => void) => {
      for (const block of this.blocksOf(range)) {
        let keys = keysByBlock.get(block.offset) as Set<string> | undefined;
        if (!dirty.has(block.offset)) {
          dirty.set(block.offset, block);
          keys = new Set(keys);
          keysByBlock.set(block.offset, keys);
        }
        edit(keys as Set<string>);
      }
    };
    for (const key of remove) {
      const gone = ranges.get(key);
      if (!gone) continue;
      ranges.delete(key);
      touch(gone, (keys) => keys.delete(key));
    }
    for (const range of add) {
      ranges.set(range.key, range);
      touch(range, (keys) => keys.add(range.key));
    }
    if (dirty.size === 0) return this;
    const stale = [...dirty.values()].filter(({ offset }) => this.drawn.has(offset));
    const sets = stale.length === 0 ? this.sets : decorate(stale, this.sets, keysByBlock, ranges);
    return new BlockDecorations(this.blocks, sets, ranges, keysByBlock, this.drawn);
  }

  /** The same with more blocks decorated. @param indexes indexes of top-level blocks */
  draw(indexes: Iterable<number>): BlockDecorations {
    const drawn = new Set(this.drawn);
    const fresh: Block[] = [];
    for (const index of indexes) {
      const block = this.blocks[index];
      if (!block || drawn.has(block.offset)) continue;
      drawn.add(block.offset);
      fresh.push(block);
    }
    if (fresh.length === 0) return this;
    const sets = decorate(fresh, this.sets, this.keysByBlock, this.ranges);
    return new BlockDecorations(this.blocks, sets, this.ranges, this.keysByBlock, drawn);
  }

  /**
   * Indexes of blocks that have ranges and are not decorated yet.
   * @param limit the maximum number of indexes
   * @param from, to only search these block indexes
   */
  undrawn(limit: number, from = 0, to = this.blocks.length): number[] {
    const found: number[] = [];
    for (
      let index = Math.max(0, from);
      index < Math.min(to, this.blocks.length) && found.length < limit;
      index++
    ) {
      const { offset } = this.blocks[index] as Block;
      if (!this.drawn.has(offset) && (this.keysByBlock.get(offset)?.size ?? 0) > 0) found.push(index);
    }
    return found;
  }

  /** All decorated ranges, with positions in the document. */
  list(): readonly DecoratedRange[] {
    return [...this.ranges.values()];
  }

  forChild(offset: number): DecorationSource {
    return this.sets.get(offset) ?? DecorationSet.empty;
  }

  eq(other: DecorationSource): boolean {
    return this === other;
  }

  /** The document never changes: see read-only-text.ts. */
  map(): DecorationSource {
    return this;
  }

  forEachSet(run: (set: DecorationSet) => void): void {
    for (const set of this.sets.values()) run(set);
  }

  // prosemirror-view also calls these, outside the public interface, when several plugins add decorations.
  readonly members = [this];
  locals(): Decoration[] {
    return [];
  }
  localsInner(): Decoration[] {
    return [];
  }

  private blocksOf({ from, to }: DecoratedRange): Block[] {
    let low = 0;
    let high = this.blocks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const { offset, node } = this.blocks[middle] as Block;
      if (offset + node.nodeSize <= from) low = middle + 1;
      else high = middle;
    }
    const found: Block[] = [];
    for (let index = low; index < this.blocks.length; index++) {
      const block = this.blocks[index] as Block;
      if (block.offset >= to) break;
      found.push(block);
    }
    return found;
  }
}

/** The decoration sets, with those of some blocks rebuilt. */
function decorate(
  blocks: readonly Block[],
  before: ReadonlyMap<number, DecorationSet>,
  keysByBlock: ReadonlyMap<number, ReadonlySet<string>>,
  ranges: ReadonlyMap<string, DecoratedRange>,
): Map<number, DecorationSet> {
  const sets = new Map(before);
  for (const block of blocks) {
    const own = [...(keysByBlock.get(block.offset) ?? [])].map((key) => ranges.get(key) as DecoratedRange);
    if (own.length === 0) sets.delete(block.offset);
    else sets.set(block.offset, setOf(block, own));
  }
  return sets;
}

/** The decorations of one block, with positions in its content. */
function setOf({ offset, node }: Block, ranges: readonly DecoratedRange[]): DecorationSet {
  const base = offset + 1;
  return DecorationSet.create(
    node,
    ranges.map(({ key, from, to, attributes }) =>
      Decoration.inline(
        Math.max(0, from - base),
        Math.min(node.content.size, to - base),
        { nodeName: "mark", ...attributes },
        { id: key },
      ),
    ),
  );
}
