import { Document, Footer, LineRuleType, Packer, PageNumber, Paragraph, TextRun } from "docx";
import { words as outputWords } from "@/lib/words/words";
import type { Report } from "../../report";
import { reportWords } from "../../report-words";
import { stableArchive } from "../stable-archive";
import { reportTree } from "../text/report-tree";
import { claimComments } from "./claim-comments";
import { DocxBlocks } from "./docx-blocks";

/**
 * The report as a Word file (Office Open XML). In the article, each claim is a comment on its words, by the person who gave the verdict; its corrections
 * are replies. Each claim also has a section of its own, to which its number links.
 * @param address public URL of the article's page
 * @param language BCP 47, of the words around its facts
 */
export async function renderDocx(report: Report, address: string, language = "en"): Promise<Buffer> {
  const words = reportWords(language);
  const comments = claimComments(report, words);
  const blocks = new DocxBlocks(comments);
  const tree = reportTree(report, address, words, { starts: true }).children;
  const notes = tree.flatMap((node) => (node.type === "footnoteDefinition" ? [node] : []));
  const article = blocks.blocks(tree.filter(({ type }) => type !== "footnoteDefinition"));
  const claims =
    notes.length === 0
      ? []
      : [
          ...blocks.blocks([
            { type: "heading", depth: 2, children: [{ type: "text", value: words.sectionTitles.claims }] },
          ]),
          ...notes.flatMap((note) => blocks.claim(note)),
        ];
  const { organisation, publication } = report;
  const file = await Packer.toBuffer(
    new Document({
      title: report.article.title,
      subject: words.reportKicker(report),
      creator: organisation?.name ?? publication.publishedBy,
      lastModifiedBy: publication.publishedBy,
      description: address,
      comments: { children: comments.closed() },
      numbering: blocks.numbering(),
      styles: stylesOf(report.article.language),
      sections: [
        {
          properties: { page: { size: A4, margin: MARGINS } },
          footers: { default: footer(report, language) },
          children: [...article, ...claims],
        },
      ],
    }),
  );
  return stableArchive(file, publication.firstPublishedAt, publication.publishedAt);
}

function footer(report: Report, language: string): Footer {
  const t = outputWords("report", language);
  const parts = t.parts<{ field: "page" | "total" }>("page.of", {
    page: { field: "page" },
    total: { field: "total" },
  });
  return new Footer({
    children: [
      new Paragraph({
        children: [
          new TextRun(`${reportWords(language).footerOf(report)}. `),
          new TextRun({
            children: parts.map((part) =>
              typeof part === "string"
                ? part
                : part.field === "page"
                  ? PageNumber.CURRENT
                  : PageNumber.TOTAL_PAGES,
            ),
          }),
        ],
        style: "Footer",
      }),
    ],
  });
}

/** In twentieths of a point. What is between the margins is `TEXT_WIDTH`. */
const A4 = { width: 11906, height: 16838 };
const MARGINS = { top: 1134, bottom: 1134, left: 1418, right: 1418 };

const SERIF = "Georgia";
const SANS = "Calibri";
const heading = (size: number, before: number) => ({
  run: { font: SANS, size, bold: true, color: "1A1A1A" },
  paragraph: { spacing: { before, after: 120, line: 264, lineRule: LineRuleType.AUTO }, keepNext: true },
});

/** Sizes in half points, spaces in twentieths of a point. @param language BCP 47, of the article */
const stylesOf = (language: string) => ({
  default: {
    document: {
      run: {
        font: SERIF,
        size: 22,
        language: { value: language, eastAsia: language, bidirectional: language },
      },
      paragraph: { spacing: { after: 140, line: 300 } },
    },
    heading1: heading(40, 0),
    heading2: heading(28, 420),
    heading3: heading(24, 320),
    heading4: heading(22, 240),
    heading5: heading(22, 200),
    heading6: heading(22, 200),
    hyperlink: { run: { color: "1F4E79", underline: {} } },
  },
  paragraphStyles: [
    { id: "Quote", name: "Quote", basedOn: "Normal", run: { color: "444444" } },
    { id: "Footer", name: "footer", basedOn: "Normal", run: { font: SANS, size: 16, color: "666666" } },
  ],
});
