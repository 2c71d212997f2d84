import { type TextBlock, textBlocksOf } from "@/lib/reports/block-text";
import { REDACTED } from "@/lib/reports/redacted-mark";
import type { ReportBlock, ReportRun } from "@/lib/reports/report";
import type { Range } from "./find-words";

/** Blocks without their redacted ranges, and where the rest of the text is now. */
export interface RedactedBlocks {
  /** Their runs name no claims: the caller marks them again. */
  blocks: ReportBlock[];
  /** The new begin of a span that begins at an offset of the text before; a redacted one begins with its mark. */
  startOf: (offset: number) => number;
  /** The new end of a span that ends at an offset of the text before; a redacted one ends with its mark. */
  endOf: (offset: number) => number;
}

/** A part of the text before and what became of it. */
interface Part {
  from: number;
  to: number;
  newFrom: number;
  newTo: number;
  isUnchanged: boolean;
}

/**
 * Replaces ranges of the blocks' text by a mark. Of a range over several blocks, those that it covers whole are dropped after the first,
 * with the pictures and lists in it; table cells stay.
 * @param ranges UTF-16 offsets into the blocks' text, in order and without overlaps
 */
export function redactBlocks(blocks: readonly ReportBlock[], ranges: readonly Range[]): RedactedBlocks {
  const walk = new Walk(textBlocksOf(blocks), ranges);
  const redacted = walk.list(blocks, true);
  const { parts } = walk;
  return {
    blocks: redacted,
    startOf: (offset) => newOffset(partAt(parts, offset), offset, "newFrom"),
    // The end belongs to the character before it.
    endOf: (offset) => newOffset(partAt(parts, offset - 1), offset, "newTo"),
  };
}

/** The part with the character at an offset. @throws RangeError if no text block has it */
function partAt(parts: readonly Part[], offset: number): Part {
  let low = 0;
  let high = parts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((parts[middle] as Part).from <= offset) low = middle;
    else high = middle - 1;
  }
  const part = parts[low];
  if (!part || offset < part.from || offset >= part.to)
    throw new RangeError(`no character of the text is at offset ${offset}`);
  return part;
}

function newOffset(part: Part, offset: number, edge: "newFrom" | "newTo"): number {
  return part.isUnchanged ? part.newFrom + offset - part.from : part[edge];
}

class Walk {
  readonly parts: Part[] = [];
  private index = 0;
  /** The range that ends after the current position, or the first after it. */
  private next = 0;
  /** The last range with a mark. */
  private marked: Range | undefined;
  private written = 0;
  private blocksWritten = 0;

  constructor(
    private readonly texts: readonly TextBlock[],
    private readonly ranges: readonly Range[],
  ) {}

  /** @param canDrop whether blocks that are redacted whole can be left out */
  list(blocks: readonly ReportBlock[], canDrop: boolean): ReportBlock[] {
    return blocks.flatMap((block) => this.block(block, canDrop) ?? []);
  }

  /** @returns null if nothing is left of the block */
  private block(block: ReportBlock, canDrop: boolean): ReportBlock | null {
    switch (block.type) {
      case "paragraph":
      case "heading":
      case "code": {
        const runs = this.runs(canDrop);
        return runs && { ...block, runs };
      }
      case "quote": {
        const inner = this.list(block.blocks, canDrop);
        return inner.length === 0 && block.blocks.length > 0 ? null : { ...block, blocks: inner };
      }
      case "list": {
        const items = block.items.flatMap((item) => {
          const left = this.list(item, canDrop);
          return left.length === 0 && item.length > 0 ? [] : [left];
        });
        return items.length === 0 && block.items.length > 0 ? null : { ...block, items };
      }
      case "table":
        return {
          ...block,
          rows: block.rows.map((row) =>
            row.map((cell) => ({ ...cell, blocks: this.list(cell.blocks, false) })),
          ),
        };
      case "figure": {
        if (block.caption.length === 0) return this.isInsideRange() ? null : block;
        const caption = this.runs(canDrop);
        return caption && { ...block, caption };
      }
      case "rule":
        return block;
    }
  }

  /** Whether a range covers the break between the last text block and the next. */
  private isInsideRange(): boolean {
    const at = this.texts[this.index]?.start;
    return (
      this.index > 0 && at !== undefined && this.ranges.some(({ start, end }) => start < at - 1 && end > at)
    );
  }

  private runs(canDrop: boolean): ReportRun[] | null {
    const { runs, start, end } = this.texts[this.index++] as TextBlock;
    while (this.ranges[this.next] && (this.ranges[this.next] as Range).end <= start) this.next += 1;
    const first = this.ranges[this.next];
    if (canDrop && first && first === this.marked && first.end >= end) {
      this.dropped(start, end);
      return null;
    }
    if (this.blocksWritten++ > 0) this.written += 1;
    const left: ReportRun[] = [];
    let offset = start;
    for (const run of runs) {
      for (let done = 0; done < run.text.length; ) {
        const range = this.ranges[this.next];
        const at = offset + done;
        if (range && range.end <= at) {
          this.next += 1;
        } else if (range && range.start <= at) {
          const length = Math.min(run.text.length - done, range.end - at);
          // A range over several runs has one mark in each block.
          if (at === start || at === range.start) left.push(this.mark(at));
          this.marked = range;
          this.extendMark(at + length);
          done += length;
        } else {
          const length = Math.min(run.text.length - done, (range?.start ?? end) - at);
          left.push({ ...withoutClaims(run), text: run.text.slice(done, done + length) });
          this.keep(at, length);
          done += length;
        }
      }
      offset += run.text.length;
    }
    return left;
  }

  private mark(at: number): ReportRun {
    this.parts.push({
      from: at,
      to: at,
      newFrom: this.written,
      newTo: this.written + REDACTED.length,
      isUnchanged: false,
    });
    this.written += REDACTED.length;
    return { text: REDACTED, claims: [], starts: [], ends: [] };
  }

  private extendMark(to: number): void {
    (this.parts.at(-1) as Part).to = to;
  }

  private keep(from: number, length: number): void {
    this.parts.push({
      from,
      to: from + length,
      newFrom: this.written,
      newTo: this.written + length,
      isUnchanged: true,
    });
    this.written += length;
  }

  /** What is dropped belongs to the mark before it. */
  private dropped(from: number, to: number): void {
    const { newFrom, newTo } = this.parts.at(-1) as Part;
    this.parts.push({ from, to, newFrom, newTo, isUnchanged: false });
  }
}

function withoutClaims(run: ReportRun): ReportRun {
  return { ...run, claims: [], starts: [], ends: [] };
}
