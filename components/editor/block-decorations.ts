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
 * Here each block's set is found at once, and a change makes anew only the sets of the blocks that it touches.
 */
export class BlockDecorations implements DecorationSource {
  private constructor(
    private readonly blocks: readonly Block[],
    private readonly sets: ReadonlyMap<number, DecorationSet>,
    private readonly stretches: ReadonlyMap<string, Stretch>,
    /** Keys of what each block holds, by its offset. */
    private readonly held: ReadonlyMap<number, ReadonlySet<string>>,
  ) {}

  /** No decorations of a document yet. */
  static of(doc: Node): BlockDecorations {
    const blocks: Block[] = [];
    doc.forEach((node, offset) => {
      blocks.push({ offset, node });
    });
    return new BlockDecorations(blocks, new Map(), new Map(), new Map());
  }

  /** The same decorations without those of some keys, and with others. */
  change(remove: Iterable<string>, add: Iterable<Stretch>): BlockDecorations {
    const stretches = new Map(this.stretches);
    const held = new Map(this.held);
    const dirty = new Map<number, Block>();
    const touch = (stretch: Stretch, edit: (keys: Set<string>) => void) => {
      for (const block of this.blocksOf(stretch)) {
        dirty.set(block.offset, block);
        const keys = new Set(held.get(block.offset));
        edit(keys);
        held.set(block.offset, keys);
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
    const sets = new Map(this.sets);
    for (const block of dirty.values()) {
      const own = [...(held.get(block.offset) ?? [])].map((key) => stretches.get(key) as Stretch);
      if (own.length === 0) sets.delete(block.offset);
      else sets.set(block.offset, setOf(block, own));
    }
    return new BlockDecorations(this.blocks, sets, stretches, held);
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

/** The decorations of one block, with positions in its content. */
function setOf({ offset, node }: Block, stretches: readonly Stretch[]): DecorationSet {
  const base = offset + 1;
  return DecorationSet.create(
    node,
    stretches.map(({ key, from, to, attributes }) =>
      Decoration.inline(
        Math.max(0, from - base),
        Math.min(node.content.size, to - base),
        { nodeName: "span", ...attributes },
        { id: key },
      ),
    ),
  );
}
