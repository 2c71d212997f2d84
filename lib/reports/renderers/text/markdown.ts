import { gfmFootnoteToMarkdown } from "mdast-util-gfm-footnote";
import { gfmStrikethroughToMarkdown } from "mdast-util-gfm-strikethrough";
import { gfmTableToMarkdown } from "mdast-util-gfm-table";
import { toMarkdown } from "mdast-util-to-markdown";
import type { Report } from "../../report";
import { reportWords } from "../../report-words";
import { reportTree } from "./report-tree";

/**
 * The report as Markdown: CommonMark with tables, struck text and footnotes as on GitHub. Text that looks like Markdown or HTML is escaped.
 * @param address public URL of the article's page
 * @param language BCP 47, of the words around its facts
 */
export function renderMarkdown(report: Report, address: string, language = "en"): string {
  return toMarkdown(reportTree(report, address, reportWords(language)), {
    bullet: "-",
    rule: "-",
    // Padded columns would be as wide as the longest claim, in each row.
    extensions: [
      gfmTableToMarkdown({ tablePipeAlign: false }),
      gfmStrikethroughToMarkdown(),
      gfmFootnoteToMarkdown(),
    ],
  });
}
