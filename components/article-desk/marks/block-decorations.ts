import type { Node } from "@tiptap/pm/model";
import { Decoration, DecorationSet, type DecorationSource } from "@tiptap/pm/view";

/** A decoration of a stretch of the document, and what it is known by. */
export interface Stretch {
  key: string;
  /** Positions in the document. */
  from: number;
  to: number;
  attributes: Record<string, string>;
}

interface Block {
  /** Where the block stands in the document's content. */
  offset: number;
  node: Node;
}

/**
 * Decorations kept by the blocks at the top of a document that never changes. The editor asks each block for its own when it redraws,
 * and a DecorationSet then looks through all blocks before it: with thousands of paragraphs that is most of the time that a redraw takes.
 * Here each block's set is found at once, and a change makes anew only the sets of the blocks that it touches. Blocks are decorated
 * from when they are first drawn, so that those far out of sight can wait: see block-painter.ts.
 */
export class BlockDecorations implements DecorationSource {
  private constructor(
    private readonly blocks: readonly Block[],
    private readonly sets: ReadonlyMap<number, DecorationSet>,
    private readonly stretches: ReadonlyMap<string, Stretch>,
    /** Keys of what each block holds, by its offset. */
    private readonly held: ReadonlyMap<number, ReadonlySet<string>>,
    /** Offsets of the blocks that are decorated. */
    private readonly drawn: ReadonlySet<number>,
  ) {}

  /** No decorations of a document yet. */
  static of(doc: Node): BlockDecorations {
    const blocks: Block[] = [];
    doc.forEach((node, offset) => {
      blocks.push({ offset, node });
    });
    return new BlockDecorations(blocks, new Map(), new Map(), new Map(), new Set());
  }

  /** The same decorations without those of some keys, and with others. */
  change(remove: Iterable<string>, add: Iterable<Stretch>): BlockDecorations {
    const stretches = new Map(this.stretches);
    const held = new Map(this.held);
    const dirty = new Map<number, Block>();
    const touch = (stretch: Stretch, edit: (keys: Set<string>) => void) => {
      for (const block of this.blocksOf(stretch)) {
        let keys = held.get(block.offset) as Set<string> | undefined;
        if (!dirty.has(block.offset)) {
          dirty.set(block.offset, block);
          keys = new Set(keys);
          held.set(block.offset, keys);
        }
        edit(keys as Set<string>);
      }
    };
    for (const key of remove) {
      const gone = stretches.get(key);
      if (!gone) continue;
      stretches.delete(key);
      touch(gone, (keys) => keys.delete(key));
    }
    for (const stretch of add) {
      stretches.set(stretch.key, stretch);
      touch(stretch, (keys) => keys.add(stretch.key));
    }
    if (dirty.size === 0) return this;
    const stale = [...dirty.values()].filter(({ offset }) => this.drawn.has(offset));
    const sets = stale.length === 0 ? this.sets : decorate(stale, this.sets, held, stretches);
    return new BlockDecorations(this.blocks, sets, stretches, held, this.drawn);
  }

  /** The same with more blocks decorated. @param indexes places of the blocks among those at the top of the document */
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
    const sets = decorate(fresh, this.sets, this.held, this.stretches);
    return new BlockDecorations(this.blocks, sets, this.stretches, this.held, drawn);
  }

  /**
   * Places of the blocks that hold something and are not decorated yet.
   * @param from, to of these, those in this range of places
   * @param limit at most so many
   */
  undrawn(limit: number, from = 0, to = this.blocks.length): number[] {
    const found: number[] = [];
    for (
      let index = Math.max(0, from);
      index < Math.min(to, this.blocks.length) && found.length < limit;
      index++
    ) {
      const { offset } = this.blocks[index] as Block;
      if (!this.drawn.has(offset) && (this.held.get(offset)?.size ?? 0) > 0) found.push(index);
    }
    return found;
  }

  /** Every decoration, with positions in the document. */
  list(): readonly Stretch[] {
    return [...this.stretches.values()];
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

  // What prosemirror-view asks of a source beside its public interface, where several plugins decorate.
  readonly members = [this];
  locals(): Decoration[] {
    return [];
  }
  localsInner(): Decoration[] {
    return [];
  }

  private blocksOf({ from, to }: Stretch): Block[] {
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

/** The sets of decorations after those of some blocks were made anew. */
function decorate(
  blocks: readonly Block[],
  before: ReadonlyMap<number, DecorationSet>,
  held: ReadonlyMap<number, ReadonlySet<string>>,
  stretches: ReadonlyMap<string, Stretch>,
): Map<number, DecorationSet> {
  const sets = new Map(before);
  for (const block of blocks) {
    const own = [...(held.get(block.offset) ?? [])].map((key) => stretches.get(key) as Stretch);
    if (own.length === 0) sets.delete(block.offset);
    else sets.set(block.offset, setOf(block, own));
  }
  return sets;
}

/** The decorations of one block, with positions in its content. */
function setOf({ offset, node }: Block, stretches: readonly Stretch[]): DecorationSet {
  const base = offset + 1;
  return DecorationSet.create(
    node,
    stretches.map(({ key, from, to, attributes }) =>
      Decoration.inline(
        Math.max(0, from - base),
        Math.min(node.content.size, to - base),
        { nodeName: "mark", ...attributes },
        { id: key },
      ),
    ),
  );
}
