import type { ReportBlock, ReportPicture, ReportRun } from "@/lib/reports/report";
import type { Eraser, Where } from "./eraser";

/** Blocks without the links and pictures whose addresses have to go. The text stays as it is, but for descriptions of pictures. */
export function redactAddresses(blocks: readonly ReportBlock[], eraser: Eraser, where: Where): ReportBlock[] {
  const runs = (list: readonly ReportRun[]) =>
    list.map((run) => {
      if (run.href === undefined || eraser.address(run.href, where) !== null) return run;
      const { href: _, ...rest } = run;
      return rest;
    });
  const pictures = (list: readonly ReportPicture[]) =>
    list
      .filter(({ src }) => eraser.address(src, where) !== null)
      .map((picture) => ({ ...picture, alt: eraser.text(picture.alt, where) }));
  const walk = (block: ReportBlock): ReportBlock[] => {
    switch (block.type) {
      case "paragraph":
      case "heading":
      case "code":
        return [{ ...block, runs: runs(block.runs) }];
      case "quote":
        return [{ ...block, blocks: block.blocks.flatMap(walk) }];
      case "list":
        return [{ ...block, items: block.items.map((item) => item.flatMap(walk)) }];
      case "table":
        return [
          {
            ...block,
            rows: block.rows.map((row) =>
              row.map((cell) => ({ ...cell, blocks: cell.blocks.flatMap(walk) })),
            ),
          },
        ];
      case "figure": {
        const left = { ...block, pictures: pictures(block.pictures), caption: runs(block.caption) };
        return left.pictures.length + left.caption.length > 0 ? [left] : [];
      }
      case "rule":
        return [block];
    }
  };
  return blocks.flatMap(walk);
}
