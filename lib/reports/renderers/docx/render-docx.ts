import { Document, Packer } from "docx";
import type { Report } from "../../report";
import { reportWords } from "../../report-words";
import type { Paper } from "../paper";
import { stableArchive } from "../stable-archive";
import { reportTree } from "../text/report-tree";
import { claimComments } from "./claim-comments";
import { DocxBlocks } from "./docx-blocks";
import { docxStyles, footerOf, headersOf, pageOf } from "./docx-page";

/**
 * The report as a Word file (Office Open XML). In the article, each claim is a comment on its words, by the person who gave the verdict; its corrections
 * are replies. Each claim also has a section of its own, to which its number links.
 * @param address public URL of the article's page
 * @param language BCP 47, of the words around its facts
 */
export async function renderDocx(
  report: Report,
  address: string,
  language = "en",
  paper: Paper = "a4",
): Promise<Buffer> {
  const words = reportWords(language);
  const comments = claimComments(report, words);
  const blocks = new DocxBlocks(comments, words.language);
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
      description:
        report.status === "draft"
          ? words.marks.sentences(words.reportNotices(report).map(words.marks.sentence))
          : address,
      comments: { children: comments.closed() },
      numbering: blocks.numbering(),
      styles: docxStyles(report.article.language),
      sections: [
        {
          properties: { page: pageOf(paper) },
          ...headersOf(words.pageMark(report), words.language),
          footers: { default: footerOf(words.footerOf(report), words.language) },
          children: [...article, ...claims],
        },
      ],
    }),
  );
  return stableArchive(file, publication.firstPublishedAt, publication.publishedAt);
}
