import { type ReactNode, useContext } from "react";
import { ComposedText } from "@/components/words/composed-text";
import { useReportWords } from "@/components/words/use-report-words";
import { LanguageContext, useWords } from "@/components/words/use-words";
import type { ReportBlock, ReportPicture, ReportRun } from "@/lib/reports/report";
import { ownLanguage, type TextLanguage, textLanguage } from "@/lib/reports/text-language";
import { WordsIn } from "./words-in";

/** Renders the runs of one text block. */
export type DrawRuns = (runs: readonly ReportRun[], language: string) => ReactNode;

/**
 * Renders the blocks of an article or a rationale.
 * @param headingLevel level of the text's highest heading, below those of the page
 * @param language BCP 47, of the text
 */
export function Blocks({
  blocks,
  drawRuns = plainRuns,
  headingLevel = 2,
  imageHosts = [],
  language,
}: BlocksProps): ReactNode {
  return blocks.map((block, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a published text never changes
    <Block key={index} block={block} options={{ drawRuns, headingLevel, imageHosts, language }} />
  ));
}

interface RenderOptions {
  drawRuns: DrawRuns;
  headingLevel: number;
  /** Hosts whose images readers' browsers can fetch; other images are described. */
  imageHosts: readonly string[];
  language: string;
}

interface BlocksProps extends Partial<RenderOptions> {
  blocks: readonly ReportBlock[];
  language: string;
}

function Block({ block, options }: { block: ReportBlock; options: RenderOptions }): ReactNode {
  const { headingLevel } = options;
  const language = ("lang" in block && block.lang) || options.language;
  const drawRuns = (runs: readonly ReportRun[]) => options.drawRuns(runs, language);
  switch (block.type) {
    case "heading": {
      const Heading = `h${Math.min(6, headingLevel + block.level - 1)}` as "h2";
      return (
        <Heading lang={block.lang} dir={block.dir}>
          {drawRuns(block.runs)}
        </Heading>
      );
    }
    case "paragraph":
      return (
        <p lang={block.lang} dir={block.dir}>
          {drawRuns(block.runs)}
        </p>
      );
    case "code":
      return (
        <pre lang={block.lang} dir={block.dir}>
          {drawRuns(block.runs)}
        </pre>
      );
    case "quote":
      return (
        <blockquote>
          <Blocks blocks={block.blocks} {...options} />
        </blockquote>
      );
    case "list": {
      const items = block.items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a published text never changes
        <li key={index}>
          <Blocks blocks={item} {...options} />
        </li>
      ));
      return block.ordered ? <ol start={block.start}>{items}</ol> : <ul>{items}</ul>;
    }
    case "table":
      return <TableBlock rows={block.rows} options={options} />;
    case "figure":
      return (
        <figure>
          {block.pictures.map((picture, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a published text never changes
            <Picture key={index} picture={picture} options={options} />
          ))}
          {block.caption.length > 0 && (
            <figcaption lang={block.lang} dir={block.dir}>
              {drawRuns(block.caption)}
            </figcaption>
          )}
        </figure>
      );
    case "rule":
      return <hr />;
  }
}

function TableBlock({
  rows,
  options,
}: {
  rows: (ReportBlock & { type: "table" })["rows"];
  options: RenderOptions;
}) {
  const t = useWords("reader");
  const label = useLabelLanguage(options.language);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the page has to be scrollable by keyboard
    <section className="table" aria-label={t("text.table")} tabIndex={0} {...label}>
      <table {...(label.lang && textLanguage("", options.language))}>
        <tbody>
          {rows.map((row, rowIndex) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a published text never changes
            <tr key={rowIndex}>
              {row.map((cell, index) => {
                const Cell = cell.header ? "th" : "td";
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a published text never changes
                  <Cell key={index} colSpan={cell.columns} rowSpan={cell.rows}>
                    <Blocks blocks={cell.blocks} {...options} />
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

/** An image if its host is allowed; otherwise its description and a link. */
function Picture({ picture, options }: { picture: ReportPicture; options: RenderOptions }) {
  const { describePicture } = useReportWords();
  const label = useLabelLanguage(options.language);
  const { description, host } = describePicture(picture);
  if (options.imageHosts.includes(host))
    return (
      // biome-ignore lint/performance/noImgElement: images on other sites are not ours to copy and resize
      <img
        src={picture.src}
        alt={picture.alt}
        {...ownLanguage(picture.alt, options.language, options.language)}
        loading="lazy"
        referrerPolicy="no-referrer"
      />
    );
  return (
    <p className="picture" {...label}>
      <ComposedText known={options.language}>{description}</ComposedText>{" "}
      <a href={picture.src} rel="noopener noreferrer nofollow">
        {host}
      </a>
    </p>
  );
}

/** The attributes of the product's words inside a text of another language; none where it is the same. @param around BCP 47 */
export function useLabelLanguage(around: string): Partial<TextLanguage> {
  const language = useContext(LanguageContext);
  if (around === language || around.startsWith(`${language}-`)) return {};
  return textLanguage("", language);
}

function plainRuns(runs: readonly ReportRun[], language: string): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: a published text never changes
  return runs.map((run, index) => <RunText key={index} run={run} language={language} />);
}

/** The text of a run with its formatting and link. @param language BCP 47, of the text around it */
export function RunText({ run, language }: { run: ReportRun; language: string }): ReactNode {
  let node: ReactNode = run.text === "\n" ? <br /> : <WordsIn language={language}>{run.text}</WordsIn>;
  if (run.code) node = <code>{node}</code>;
  if (run.superscript) node = <sup>{node}</sup>;
  if (run.subscript) node = <sub>{node}</sub>;
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
