import type { ReactNode } from "react";
import type { ReportBlock, ReportRun } from "@/lib/reports/report";

/** Draws the runs of one block of text. */
export type DrawRuns = (runs: readonly ReportRun[]) => ReactNode;

/**
 * Draws the blocks of an article or a rationale.
 * @param headingLevel the level that the highest heading of the text gets, below those of the page around it
 */
export function Blocks({ blocks, drawRuns = plainRuns, headingLevel = 2 }: BlocksProps): ReactNode {
  return blocks.map((block, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a published text never changes its order
    <Block key={index} block={block} drawRuns={drawRuns} headingLevel={headingLevel} />
  ));
}

interface BlocksProps {
  blocks: readonly ReportBlock[];
  drawRuns?: DrawRuns;
  headingLevel?: number;
}

function Block({
  block,
  drawRuns,
  headingLevel,
}: {
  block: ReportBlock;
  drawRuns: DrawRuns;
  headingLevel: number;
}): ReactNode {
  switch (block.type) {
    case "heading": {
      const Heading = `h${Math.min(6, headingLevel + block.level - 1)}` as "h2";
      return <Heading>{drawRuns(block.runs)}</Heading>;
    }
    case "paragraph":
      return <p>{drawRuns(block.runs)}</p>;
    case "code":
      return <pre>{drawRuns(block.runs)}</pre>;
    case "quote":
      return (
        <blockquote>
          <Blocks blocks={block.blocks} drawRuns={drawRuns} headingLevel={headingLevel} />
        </blockquote>
      );
    case "list": {
      const items = block.items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a published text never changes its order
        <li key={index}>
          <Blocks blocks={item} drawRuns={drawRuns} headingLevel={headingLevel} />
        </li>
      ));
      return block.ordered ? <ol start={block.start}>{items}</ol> : <ul>{items}</ul>;
    }
    case "rule":
      return <hr />;
  }
}

function plainRuns(runs: readonly ReportRun[]): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: a published text never changes its order
  return runs.map((run, index) => <RunText key={index} run={run} />);
}

/** The words of a run with their look. Links are plain links. */
export function RunText({ run }: { run: ReportRun }): ReactNode {
  let node: ReactNode = run.text === "\n" ? <br /> : run.text;
  if (run.code) node = <code>{node}</code>;
  if (run.strike) node = <s>{node}</s>;
  if (run.underline) node = <u>{node}</u>;
  if (run.emphasis) node = <em>{node}</em>;
  if (run.strong) node = <strong>{node}</strong>;
  if (run.href)
    node = (
      <a href={run.href} rel="noopener noreferrer nofollow">
        {node}
      </a>
    );
  return node;
}
