import type { ReportBlock, ReportRun } from "./report";

/** The runs of text in blocks, in reading order. */
export function* runsOf(blocks: readonly ReportBlock[]): Generator<ReportRun> {
  for (const block of blocks) {
    switch (block.type) {
      case "quote":
        yield* runsOf(block.blocks);
        break;
      case "list":
        for (const item of block.items) yield* runsOf(item);
        break;
      case "table":
        for (const cell of block.rows.flat()) yield* runsOf(cell.blocks);
        break;
      case "figure":
        yield* block.caption;
        break;
      case "rule":
        break;
      default:
        yield* block.runs;
    }
  }
}

/** Blocks with each run replaced. */
export function mapRuns(
  blocks: readonly ReportBlock[],
  change: (run: ReportRun) => ReportRun,
): ReportBlock[] {
  const inside = (inner: readonly ReportBlock[]) => mapRuns(inner, change);
  return blocks.map((block): ReportBlock => {
    switch (block.type) {
      case "quote":
        return { ...block, blocks: inside(block.blocks) };
      case "list":
        return { ...block, items: block.items.map(inside) };
      case "table":
        return {
          ...block,
          rows: block.rows.map((row) => row.map((cell) => ({ ...cell, blocks: inside(cell.blocks) }))),
        };
      case "figure":
        return { ...block, caption: block.caption.map(change) };
      case "rule":
        return block;
      default:
        return { ...block, runs: block.runs.map(change) };
    }
  });
}
