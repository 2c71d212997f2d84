import { gfmFootnoteToMarkdown } from "mdast-util-gfm-footnote";
import { gfmStrikethroughToMarkdown } from "mdast-util-gfm-strikethrough";
import { gfmTableToMarkdown } from "mdast-util-gfm-table";
import { toMarkdown } from "mdast-util-to-markdown";
import { paragraph, text } from "../text/block-nodes";
import { chartList } from "./chart-list";
import type { PagedDocument } from "./paged-document";

/** A document with pages as Markdown: CommonMark with tables, as on GitHub. */
export function renderPagedMarkdown({ title, notices, lead, chart, body }: PagedDocument): string {
  return toMarkdown(
    {
      type: "root",
      children: [
        ...notices.map((notice) => paragraph([{ type: "strong", children: [text(notice)] }])),
        { type: "heading", depth: 1, children: [text(title)] },
        ...lead,
        ...chartList(chart),
        ...body,
      ],
    },
    {
      bullet: "-",
      rule: "-",
      extensions: [
        gfmTableToMarkdown({ tablePipeAlign: false }),
        gfmStrikethroughToMarkdown(),
        gfmFootnoteToMarkdown(),
      ],
    },
  );
}
