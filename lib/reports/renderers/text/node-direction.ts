import type { Heading, Nodes, Paragraph, Table, TableCell } from "mdast";
import { directionOf, directionOfText } from "@/lib/document/direction";

/** Marks a node whose text was written by others, as a title, a paragraph of the article or a statement. */
export interface OwnText {
  /** It has its own direction. All other lines are ours, with facts in them, and have the direction of the report's language. */
  own?: true;
}

declare module "mdast" {
  interface HeadingData extends OwnText {}
  interface ParagraphData extends OwnText {}
  interface TableCellData extends OwnText {}
}

/**
 * The direction of a line.
 * @param language BCP 47, of the report: that of its words, and of text without letters
 */
export function nodeDirection(node: Heading | Paragraph | TableCell, language: string): "ltr" | "rtl" {
  const around = directionOf(language);
  return node.data?.own ? (directionOfText(textOf(node)) ?? around) : around;
}

/** The direction in which the columns of a table follow each other: that of its text, if all of it was written by others. @param language as above */
export function tableDirection(table: Table, language: string): "ltr" | "rtl" {
  const around = directionOf(language);
  const isOwn = table.children.every(({ children }) => children.every(({ data }) => data?.own));
  return isOwn ? (directionOfText(textOf(table)) ?? around) : around;
}

/** The text of a node, without references to notes. */
export function textOf(node: Nodes): string {
  if ("value" in node) return node.value;
  return "children" in node ? node.children.map(textOf).join("") : "";
}
