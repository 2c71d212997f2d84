import type { Nodes, PhrasingContent, RootContent } from "mdast";
import { directionOf } from "@/lib/document/direction";
import { words as outputWords } from "@/lib/words/words";
import type { Paper } from "../paper";
import { composedView, fieldView, type PieceView, typstLanguage } from "../pdf/field-view";
import { withoutControls } from "../pdf/without-controls";
import { nodeDirection } from "../text/node-direction";
import type { PagedDocument } from "./paged-document";

/** Text of a line, as paged.typ draws it. */
export type InlineView =
  | { type: "text"; pieces: PieceView[] }
  | { type: "code"; text: string }
  | { type: "break" }
  | { type: "reference"; claim: string }
  | { type: "strong" | "emphasis" | "delete"; children: InlineView[] }
  | { type: "link"; url: string; children: InlineView[] };

export type BlockView =
  | { type: "heading"; depth: number; children: InlineView[] }
  | { type: "paragraph"; dir: "ltr" | "rtl"; children: InlineView[] }
  | { type: "code"; text: string }
  | { type: "quote"; blocks: BlockView[] }
  | { type: "list"; ordered: boolean; start: number; items: BlockView[][] }
  | { type: "table"; columns: number; rows: InlineView[][][] }
  | { type: "claim"; claim: string; blocks: BlockView[] }
  | { type: "rule" };

/** The input of paged.typ. */
export function pagedView(document: PagedDocument, paper: Paper) {
  const { language } = document;
  const t = outputWords("report", language);
  const made = new Date(document.madeAt);
  return withoutControls({
    paper: paper === "letter" ? "us-letter" : "a4",
    title: fieldView(document.title),
    authors: document.authors,
    date: {
      year: made.getUTCFullYear(),
      month: made.getUTCMonth() + 1,
      day: made.getUTCDate(),
      hour: made.getUTCHours(),
      minute: made.getUTCMinutes(),
      second: made.getUTCSeconds(),
    },
    output: typstLanguage({ lang: language, dir: directionOf(language) }),
    mark: document.mark,
    notices: document.notices,
    footer: composedView(document.footer, language),
    pageOf: t.parts("page.of", { page: { value: "page" }, total: { value: "total" } }),
    lead: blockViews(document.lead, language),
    chart: document.chart,
    body: blockViews(document.body, language),
  });
}

function blockViews(nodes: readonly Nodes[], language: string): BlockView[] {
  return nodes.flatMap((node) => blockView(node as RootContent, language));
}

function blockView(node: RootContent, language: string): BlockView[] {
  switch (node.type) {
    case "heading":
      return [{ type: "heading", depth: node.depth, children: inlineViews(node.children, language) }];
    case "paragraph":
      return [
        {
          type: "paragraph",
          dir: nodeDirection(node, language),
          children: inlineViews(node.children, language),
        },
      ];
    case "code":
      return [{ type: "code", text: node.value }];
    case "blockquote":
      return [{ type: "quote", blocks: blockViews(node.children, language) }];
    case "list":
      return [
        {
          type: "list",
          ordered: node.ordered === true,
          start: node.start ?? 1,
          items: node.children.map(({ children }) => blockViews(children, language)),
        },
      ];
    case "table": {
      const columns = Math.max(...node.children.map(({ children }) => children.length));
      const rows = node.children.map(({ children }) =>
        Array.from({ length: columns }, (_, column) =>
          inlineViews(children[column]?.children ?? [], language),
        ),
      );
      return [{ type: "table", columns, rows }];
    }
    case "footnoteDefinition":
      return [{ type: "claim", claim: node.identifier, blocks: blockViews(node.children, language) }];
    case "thematicBreak":
      return [{ type: "rule" }];
    default:
      return [];
  }
}

function inlineViews(nodes: readonly PhrasingContent[], language: string): InlineView[] {
  return nodes.flatMap((node): InlineView[] => {
    switch (node.type) {
      case "text":
        return [{ type: "text", pieces: composedView(node.value, language) }];
      case "inlineCode":
        return [{ type: "code", text: node.value }];
      case "break":
        return [{ type: "break" }];
      case "footnoteReference":
        return [{ type: "reference", claim: node.identifier }];
      case "strong":
      case "emphasis":
      case "delete":
        return [{ type: node.type, children: inlineViews(node.children, language) }];
      case "link":
        return [{ type: "link", url: node.url, children: inlineViews(node.children, language) }];
      default:
        return [];
    }
  });
}
