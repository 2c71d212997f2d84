import type { ReportBlock, ReportRun } from "./report";

/** A text block of a Report: paragraph, heading, code or caption. */
export interface TextBlock {
  runs: readonly ReportRun[];
  /** UTF-16 offset of its begin in the text of all blocks. */
  start: number;
  end: number;
}

/** The text blocks of blocks, in order. As in the canonical text, one line feed separates them. */
export function textBlocksOf(blocks: readonly ReportBlock[]): TextBlock[] {
  const found: TextBlock[] = [];
  const add = (runs: readonly ReportRun[]) => {
    const before = found.at(-1);
    const start = before ? before.end + 1 : 0;
    found.push({ runs, start, end: runs.reduce((end, run) => end + run.text.length, start) });
  };
  const walk = (block: ReportBlock) => {
    switch (block.type) {
      case "paragraph":
      case "heading":
      case "code":
        return add(block.runs);
      case "quote":
        return block.blocks.forEach(walk);
      case "list":
        return block.items.flat().forEach(walk);
      case "table":
        for (const cell of block.rows.flat()) cell.blocks.forEach(walk);
        return;
      case "figure":
        // A Report cannot tell an empty caption from none.
        if (block.caption.length > 0) add(block.caption);
        return;
      case "rule":
        return;
    }
  };
  blocks.forEach(walk);
  return found;
}

/** The text of blocks. @returns what `canonicalText` makes of their document, but without empty captions of figures */
export function blockText(blocks: readonly ReportBlock[]): string {
  return textBlocksOf(blocks)
    .map(({ runs }) => runs.map((run) => run.text).join(""))
    .join("\n");
}

/** The span of each claim in the text of blocks, by the claim's number. */
export function claimSpans(blocks: readonly ReportBlock[]): Map<number, { start: number; end: number }> {
  const spans = new Map<number, { start: number; end: number }>();
  for (const block of textBlocksOf(blocks)) {
    let offset = block.start;
    for (const run of block.runs) {
      const end = offset + run.text.length;
      for (const number of run.claims) {
        const span = spans.get(number);
        if (span) span.end = end;
        else spans.set(number, { start: offset, end });
      }
      offset = end;
    }
  }
  return spans;
}
