import type { BlockContent, ListItem, Paragraph, PhrasingContent, TableCell } from "mdast";
import { runsOf } from "../../block-runs";
import type { ReportBlock, ReportCell, ReportRun } from "../../report";
import type { ReportWords } from "../../report-words";
import { placeCells } from "../place-cells";
import { claimReference, phrases } from "./phrases";

/**
 * Blocks of a Report as Markdown nodes (mdast).
 * @param options.level of a heading that is at level 1 in the article
 */
export function blockNodes(
  blocks: readonly ReportBlock[],
  words: Pick<ReportWords, "describePicture">,
  { level = 1 } = {},
): BlockContent[] {
  const inside = (inner: readonly ReportBlock[]) => blockNodes(inner, words, { level });
  return blocks.flatMap((block): BlockContent[] => {
    switch (block.type) {
      case "heading":
        return [
          {
            type: "heading",
            depth: Math.min(block.level + level - 1, 6) as 6,
            children: phrases(block.runs, { breaks: false }),
          },
        ];
      case "paragraph":
        return block.runs.length > 0 ? [{ type: "paragraph", children: phrases(block.runs) }] : [];
      case "code":
        return [
          { type: "code", value: block.runs.map(({ text }) => text).join("") },
          ...referencesAfter(block.runs),
        ];
      case "quote":
        return [{ type: "blockquote", children: inside(block.blocks) }];
      case "list":
        return [
          {
            type: "list",
            ordered: block.ordered,
            start: block.ordered ? block.start : null,
            spread: false,
            children: block.items.map(
              (item): ListItem => ({ type: "listItem", spread: false, children: inside(item) }),
            ),
          },
        ];
      case "table":
        return [tableNode(block.rows)];
      case "figure":
        return [
          ...block.pictures.map((picture): BlockContent => {
            const { description, host } = words.describePicture(picture);
            return paragraph([
              { type: "link", url: picture.src, children: [text(description)] },
              text(` (${host})`),
            ]);
          }),
          ...(block.caption.length > 0 ? [paragraph(phrases(block.caption))] : []),
        ];
      case "rule":
        return [{ type: "thematicBreak" }];
    }
  });
}

export const text = (value: string): PhrasingContent => ({ type: "text", value });

export const paragraph = (children: PhrasingContent[]): Paragraph => ({ type: "paragraph", children });

/** Code can't have references inside. */
function referencesAfter(runs: readonly ReportRun[]): Paragraph[] {
  const claims = runs.flatMap(({ ends }) => ends);
  return claims.length > 0 ? [paragraph(claims.map(claimReference))] : [];
}

/** A table without spans, as Markdown has none: a cell that spans others is followed by empty ones. Its first row is the header. */
function tableNode(rows: readonly (readonly ReportCell[])[]): BlockContent {
  const { columns, cells } = placeCells(rows, (cell) => ({ runs: cellRuns(cell) }));
  const grid = rows.map(() =>
    Array.from({ length: columns }, (): TableCell => ({ type: "tableCell", children: [] })),
  );
  for (const { x, y, runs } of cells) {
    const found = grid[y]?.[x];
    if (found) found.children = phrases(runs, { breaks: false });
  }
  return { type: "table", children: grid.map((row) => ({ type: "tableRow", children: row })) };
}

/** The text of a cell in one line. */
function cellRuns({ blocks }: ReportCell): ReportRun[] {
  return blocks.flatMap((block, index) => [
    ...(index > 0 ? [{ text: " ", claims: [], starts: [], ends: [] }] : []),
    ...runsOf([block]),
  ]);
}
