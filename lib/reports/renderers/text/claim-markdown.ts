import { gfmStrikethroughToMarkdown } from "mdast-util-gfm-strikethrough";
import { toMarkdown } from "mdast-util-to-markdown";
import { words } from "@/lib/words/words";
import type { Report, ReportClaim } from "../../report";
import { reportWords } from "../../report-words";
import { paragraph, text } from "./block-nodes";
import { claimNote, linked } from "./claim-note";

/**
 * One claim as Markdown: what was claimed, then its note as in the report.
 * @param address public URL of the article's page
 * @param language BCP 47, of the words around its facts
 */
export function renderClaimMarkdown(
  report: Report,
  claim: ReportClaim,
  address: string,
  language = "en",
): string {
  const { children } = claimNote(report, claim, reportWords(language));
  const reader = words("reader", language);
  return toMarkdown(
    {
      type: "root",
      children: [
        { type: "heading", depth: 1, children: [text(claim.statement)] },
        paragraph([
          text(reader("claim.of", { title: report.article.title })),
          text(" "),
          linked(`${address}/claims/${claim.number}`, `${address}/claims/${claim.number}`),
        ]),
        ...children,
      ],
    },
    { bullet: "-", rule: "-", extensions: [gfmStrikethroughToMarkdown()] },
  );
}
