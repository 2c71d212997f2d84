import type { BlockContent, ListItem, Paragraph, PhrasingContent, TableCell } from "mdast";
import { runsOf } from "../../block-runs";
import type { ReportBlock, ReportCell, ReportRun } from "../../report";
import type { ReportWords } from "../../report-words";
import { placeCells } from "../place-cells";
import { claimReference, phrases } from "./phrases";

export interface BlockNodeOptions {
  /** Of a heading that is at level 1 in the article. */
  level?: number;
  /** Whether to tell where claims begin. Code is then paragraphs of code, as it can't tell it inside. */
  starts?: boolean;
}

/** Blocks of a Report as Markdown nodes (mdast). */
export function blockNodes(
  blocks: readonly ReportBlock[],
  words: Pick<ReportWords, "describePicture">,
  options: BlockNodeOptions = {},
): BlockContent[] {
  return blocks.flatMap((block) => nodesOf(block, words, options));
}

function nodesOf(
  block: ReportBlock,
  words: Pick<ReportWords, "describePicture">,
  options: BlockNodeOptions,
): BlockContent[] {
  const { level = 1, starts = false } = options;
  const inside = (inner: readonly ReportBlock[]) => blockNodes(inner, words, options);
  switch (block.type) {
    case "heading":
      return [
        {
          type: "heading",
          depth: Math.min(block.level + level - 1, 6) as 6,
          children: phrases(block.runs, { breaks: false, starts }),
          data: { own: true },
        },
      ];
    case "paragraph":
      return block.runs.length > 0 ? [ownParagraph(phrases(block.runs, { starts }))] : [];
    case "code":
      if (starts) return [ownParagraph(phrases(block.runs.flatMap(codeLines), { starts }))];
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
      return [tableNode(block.rows, starts)];
    case "figure":
      return [
        ...block.pictures.map((picture): BlockContent => {
          const { description, host } = words.describePicture(picture);
          return paragraph([
            { type: "link", url: picture.src, children: [text(description)] },
            text(` (${host})`),
          ]);
        }),
        ...(block.caption.length > 0 ? [ownParagraph(phrases(block.caption, { starts }))] : []),
      ];
    case "rule":
      return [{ type: "thematicBreak" }];
  }
}

/** A run of code, in which a line break is a run of its own without a format. */
function codeLines(run: ReportRun): ReportRun[] {
  const lines = run.text.split("\n");
  const last = lines.length - 1;
  return lines.flatMap((line, index) => [
    ...(index > 0 ? [{ text: "\n", claims: run.claims, starts: [], ends: [] }] : []),
    {
      ...run,
      text: line,
      code: true as const,
      starts: index === 0 ? run.starts : [],
      ends: index === last ? run.ends : [],
    },
  ]);
}

export const text = (value: string): PhrasingContent => ({ type: "text", value });

export const paragraph = (children: PhrasingContent[]): Paragraph => ({ type: "paragraph", children });

/** A paragraph of others: see `OwnText`. */
export const ownParagraph = (children: PhrasingContent[]): Paragraph => ({
  type: "paragraph",
  children,
  data: { own: true },
});

/** Code can't have references inside. */
function referencesAfter(runs: readonly ReportRun[]): Paragraph[] {
  const claims = runs.flatMap(({ ends }) => ends);
  return claims.length > 0 ? [paragraph(claims.map(claimReference))] : [];
}

/** A table without spans, as Markdown has none: a cell that spans others is followed by empty ones. Its first row is the header. */
function tableNode(rows: readonly (readonly ReportCell[])[], starts: boolean): BlockContent {
  const { columns, cells } = placeCells(rows, (cell) => ({ runs: cellRuns(cell) }));
  const grid = rows.map(() =>
    Array.from(
      { length: columns },
      (): TableCell => ({ type: "tableCell", children: [], data: { own: true } }),
    ),
  );
  for (const { x, y, runs } of cells) {
    const found = grid[y]?.[x];
    if (found) found.children = phrases(runs, { breaks: false, starts });
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
