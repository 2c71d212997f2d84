import type { Paragraph, PhrasingContent, RootContent, TableRow } from "mdast";
import { text } from "../text/block-nodes";

/** A heading of a document with pages: 2 for a section, 3 inside of it. */
export function heading(depth: 2 | 3, title: string): RootContent {
  return { type: "heading", depth, children: [text(title)] };
}

/** A list without numbers; each item has one or more paragraphs. */
export function bulletList(items: readonly Paragraph[][]) {
  return {
    type: "list" as const,
    ordered: false,
    spread: false,
    children: items.map((children) => ({ type: "listItem" as const, spread: false, children })),
  };
}

/** A table whose first row names the columns. */
export function tableOf(head: readonly string[], rows: readonly PhrasingContent[][][]): RootContent {
  const row = (cells: readonly PhrasingContent[][]): TableRow => ({
    type: "tableRow",
    children: cells.map((children) => ({ type: "tableCell", children })),
  });
  return {
    type: "table",
    align: head.map(() => null),
    children: [row(head.map((name) => [text(name)])), ...rows.map(row)],
  };
}
