import type { ReactNode } from "react";
import type { ReportBlock, ReportPicture, ReportRun } from "@/lib/reports/report";
import { describePicture } from "@/lib/reports/report-words";

/** Draws the runs of one block of text. */
export type DrawRuns = (runs: readonly ReportRun[]) => ReactNode;

/**
 * Draws the blocks of an article or a rationale.
 * @param headingLevel the level that the highest heading of the text gets, below those of the page around it
 */
export function Blocks({
  blocks,
  drawRuns = plainRuns,
  headingLevel = 2,
  imageHosts = [],
}: BlocksProps): ReactNode {
  return blocks.map((block, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a published text never changes its order
    <Block key={index} block={block} look={{ drawRuns, headingLevel, imageHosts }} />
  ));
}

interface Look {
  drawRuns: DrawRuns;
  headingLevel: number;
  /** Hosts whose pictures readers' browsers may fetch; others are described. */
  imageHosts: readonly string[];
}

interface BlocksProps extends Partial<Look> {
  blocks: readonly ReportBlock[];
}

function Block({ block, look }: { block: ReportBlock; look: Look }): ReactNode {
  const { drawRuns, headingLevel } = look;
  switch (block.type) {
    case "heading": {
      const Heading = `h${Math.min(6, headingLevel + block.level - 1)}` as "h2";
      return <Heading dir={block.dir}>{drawRuns(block.runs)}</Heading>;
    }
    case "paragraph":
      return <p dir={block.dir}>{drawRuns(block.runs)}</p>;
    case "code":
      return <pre>{drawRuns(block.runs)}</pre>;
    case "quote":
      return (
        <blockquote>
          <Blocks blocks={block.blocks} {...look} />
        </blockquote>
      );
    case "list": {
      const items = block.items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a published text never changes its order
        <li key={index}>
          <Blocks blocks={item} {...look} />
        </li>
      ));
      return block.ordered ? <ol start={block.start}>{items}</ol> : <ul>{items}</ul>;
    }
    case "table":
      return <TableBlock rows={block.rows} look={look} />;
    case "figure":
      return (
        <figure>
          {block.pictures.map((picture, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a published text never changes its order
            <Picture key={index} picture={picture} imageHosts={look.imageHosts} />
          ))}
          {block.caption.length > 0 && <figcaption dir={block.dir}>{drawRuns(block.caption)}</figcaption>}
        </figure>
      );
    case "rule":
      return <hr />;
  }
}

function TableBlock({ rows, look }: { rows: (ReportBlock & { type: "table" })["rows"]; look: Look }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that is wider than the page is scrolled by the keyboard too
    <section className="table" aria-label="Table" tabIndex={0}>
      <table>
        <tbody>
          {rows.map((row, rowIndex) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a published text never changes its order
            <tr key={rowIndex}>
              {row.map((cell, index) => {
                const Cell = cell.header ? "th" : "td";
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a published text never changes its order
                  <Cell key={index} colSpan={cell.columns} rowSpan={cell.rows}>
                    <Blocks blocks={cell.blocks} {...look} />
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** A picture where its host is one that readers may be sent to by the page itself; else its words and a link. */
function Picture({ picture, imageHosts }: { picture: ReportPicture; imageHosts: readonly string[] }) {
  const { words, host } = describePicture(picture);
  if (imageHosts.includes(host))
    return (
      // biome-ignore lint/performance/noImgElement: pictures of other sites are not ours to copy and shrink
      <img src={picture.src} alt={picture.alt} loading="lazy" referrerPolicy="no-referrer" />
    );
  return (
    <p className="picture">
      {words}{" "}
      <a href={picture.src} rel="noopener noreferrer nofollow">
        {host}
      </a>
    </p>
  );
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
