import { Document, Packer } from "docx";
import type { RootContent } from "mdast";
import type { ClaimComments } from "../docx/claim-comments";
import { DocxBlocks } from "../docx/docx-blocks";
import { docxStyles, footerOf, headersOf, pageOf } from "../docx/docx-page";
import type { Paper } from "../paper";
import { stableArchive } from "../stable-archive";
import { text } from "../text/block-nodes";
import { chartList } from "./chart-list";
import type { PagedDocument } from "./paged-document";

/** Such documents have no comments on words: what would be one has a section. */
const NO_COMMENTS: ClaimComments = { begin: () => null, end: () => null, closed: () => [] };

/** A document with pages as a Word file (Office Open XML). */
export async function renderPagedDocx(document: PagedDocument, paper: Paper = "a4"): Promise<Buffer> {
  const { title, notices, mark, footer, authors, madeAt, language, lead, chart, body } = document;
  const blocks = new DocxBlocks(NO_COMMENTS, language);
  const before: RootContent[] = [
    ...notices.map(
      (notice): RootContent => ({
        type: "paragraph",
        children: [{ type: "strong", children: [text(notice)] }],
      }),
    ),
    { type: "heading", depth: 1, children: [text(title)], data: { own: true } },
    ...lead,
    ...chartList(chart),
  ];
  const file = await Packer.toBuffer(
    new Document({
      title,
      creator: authors.join(", "),
      lastModifiedBy: authors[0] ?? "",
      numbering: blocks.numbering(),
      styles: docxStyles(language),
      sections: [
        {
          properties: { page: pageOf(paper) },
          ...headersOf(mark, language),
          footers: { default: footerOf(footer, language) },
          children: [...before, ...body].flatMap((node) =>
            node.type === "footnoteDefinition" ? blocks.claim(node) : blocks.blocks([node]),
          ),
        },
      ],
    }),
  );
  return stableArchive(file, madeAt, madeAt);
}
