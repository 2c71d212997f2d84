import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  ExternalHyperlink,
  InternalHyperlink,
  type IRunOptions,
  type ParagraphChild,
  TextRun,
} from "docx";
import type { PhrasingContent } from "mdast";
import { isAllowedAddress } from "./allowed-address";
import type { ClaimComments } from "./claim-comments";

type Format = Pick<IRunOptions, "bold" | "italics" | "strike" | "font" | "style">;

const CODE_FONT = "Consolas";

/** The bookmark of a claim's section. */
export const claimBookmark = (number: string | number) => `claim-${number}`;

/**
 * Text of a Markdown tree as runs of a Word paragraph. The words of a claim are the range of its comment, and followed by its number, which links to
 * its section.
 * @param isRightToLeft whether the paragraph is
 */
export function docxText(
  nodes: readonly PhrasingContent[],
  comments: ClaimComments,
  isRightToLeft: boolean,
  format: Format = {},
): ParagraphChild[] {
  const inside = (inner: readonly PhrasingContent[], more: Format) =>
    docxText(inner, comments, isRightToLeft, { ...format, ...more });
  const run = (text: string, more: Format = {}) =>
    new TextRun({ ...format, ...more, text, ...(isRightToLeft && { rightToLeft: true }) });
  return nodes.flatMap((node): ParagraphChild[] => {
    switch (node.type) {
      case "text":
        return [run(node.value)];
      case "inlineCode":
        return [run(node.value, { font: CODE_FONT })];
      case "break":
        return [new TextRun({ break: 1 })];
      case "strong":
        return inside(node.children, { bold: true });
      case "emphasis":
        return inside(node.children, { italics: true });
      case "delete":
        return inside(node.children, { strike: true });
      case "link":
        return isAllowedAddress(node.url)
          ? [
              new ExternalHyperlink({
                link: node.url,
                children: inside(node.children, { style: "Hyperlink" }),
              }),
            ]
          : inside(node.children, {});
      case "claimStart": {
        const id = comments.begin(node.claim);
        return id === null ? [] : [new CommentRangeStart(id)];
      }
      case "footnoteReference": {
        const id = comments.end(Number(node.identifier));
        return [
          ...(id === null
            ? []
            : [new CommentRangeEnd(id), new TextRun({ children: [new CommentReference(id)] })]),
          new InternalHyperlink({
            anchor: claimBookmark(node.identifier),
            children: [new TextRun({ text: `†${node.identifier}`, superScript: true, bold: true })],
          }),
        ];
      }
      default:
        return "children" in node ? inside(node.children as PhrasingContent[], {}) : [];
    }
  });
}
