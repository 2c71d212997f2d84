import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  type FileChild,
  HeadingLevel,
  type ILevelsOptions,
  type IParagraphOptions,
  LevelFormat,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import type {
  FootnoteDefinition,
  Heading,
  List,
  Nodes,
  Paragraph as ParagraphNode,
  PhrasingContent,
  TableCell as TableCellNode,
  Table as TableNode,
} from "mdast";
import { directionOf } from "@/lib/document/direction";
import { nodeDirection, tableDirection, textOf } from "../text/node-direction";
import type { ClaimComments } from "./claim-comments";
import { docxDirection } from "./docx-direction";
import { claimBookmark, docxText } from "./docx-text";

const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;

/** In twentieths of a point. */
const INDENT = 480;
/** Between the margins, in twentieths of a point. */
export const TEXT_WIDTH = 9070;
/** Of a letter, on average and generously, in twentieths of a point. */
const LETTER = 125;
/** In letters. Longer words, such as addresses, are broken. */
const LONGEST_WORD = 16;
/** Word has nine levels of lists. */
const DEEPEST = 8;
const BULLETS = "bullets";

/** Where a block is. */
interface Inside {
  quotes: number;
  /** The list that a paragraph begins an item of. */
  item?: { reference: string; level: number };
  /** How many lists it is in. */
  lists: number;
}

/** Turns blocks of a Markdown tree into those of a Word file, and notes the numbering of its lists. */
export class DocxBlocks {
  private readonly ordered: { reference: string; levels: ILevelsOptions[] }[] = [];

  /** @param language BCP 47, of the file */
  constructor(
    private readonly comments: ClaimComments,
    private readonly language: string,
  ) {}

  blocks(nodes: readonly Nodes[], inside: Inside = { quotes: 0, lists: 0 }): FileChild[] {
    return nodes.flatMap((node) => this.block(node, inside));
  }

  /** The section of a claim, under its number. */
  claim({ identifier, children: [first, ...rest] }: FootnoteDefinition): FileChild[] {
    const phrases = first?.type === "paragraph" ? first.children : [];
    const [title, ...statement] = phrases;
    const { bidirectional, rightToLeft } = docxDirection(directionOf(this.language));
    return [
      new Paragraph({
        heading: HeadingLevel.HEADING_3,
        keepNext: true,
        ...bidirectional,
        children: [
          new Bookmark({
            id: claimBookmark(identifier),
            children: [
              new TextRun({ text: (title ? textOf(title) : "").replace(/[.。]$/u, ""), ...rightToLeft }),
            ],
          }),
        ],
      }),
      this.paragraph(
        { type: "paragraph", children: trimmed(statement), data: { own: true } },
        { keepNext: true },
        { bold: true },
      ),
      ...this.blocks(rest),
    ];
  }

  /** The numbering that the lists use. */
  numbering() {
    const levels = Array.from({ length: DEEPEST + 1 }, (_, level) => levelOf(level, LevelFormat.BULLET, "•"));
    return { config: [{ reference: BULLETS, levels }, ...this.ordered] };
  }

  private block(node: Nodes, inside: Inside): FileChild[] {
    switch (node.type) {
      case "heading":
        return [
          this.paragraph(node, {
            heading: HEADINGS[node.depth - 1] ?? HeadingLevel.HEADING_6,
            keepNext: true,
          }),
        ];
      case "paragraph":
        return [this.paragraph(node, place(inside))];
      case "code":
        return node.value
          .split("\n")
          .map((value) =>
            this.paragraph(
              { type: "paragraph", children: [{ type: "inlineCode", value }], data: { own: true } },
              place(inside),
            ),
          );
      case "blockquote":
        return this.blocks(node.children, { ...inside, quotes: inside.quotes + 1 });
      case "list":
        return this.list(node, inside);
      case "table":
        return [this.table(node), new Paragraph({})];
      case "thematicBreak":
        return [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun("* * *")] })];
      default:
        return [];
    }
  }

  private list({ ordered, start, children }: List, inside: Inside): FileChild[] {
    const level = Math.min(inside.lists, DEEPEST);
    const reference = ordered ? this.orderedList(level, start ?? 1) : BULLETS;
    return children.flatMap((item) =>
      item.children.flatMap((child, index) =>
        this.block(child, {
          quotes: inside.quotes,
          lists: inside.lists + 1,
          ...(index === 0 && { item: { reference, level } }),
        }),
      ),
    );
  }

  /** A list with a count of its own. */
  private orderedList(level: number, start: number): string {
    const reference = `numbers-${this.ordered.length + 1}`;
    this.ordered.push({
      reference,
      levels: Array.from({ length: level + 1 }, (_, each) =>
        levelOf(each, LevelFormat.DECIMAL, `%${each + 1}.`, each === level ? start : 1),
      ),
    });
    return reference;
  }

  private table(table: TableNode): Table {
    const { children } = table;
    const widths = columnWidths(children);
    return new Table({
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      borders: rules,
      visuallyRightToLeft: tableDirection(table, this.language) === "rtl",
      rows: children.map(
        (row, index) =>
          new TableRow({
            tableHeader: index === 0,
            cantSplit: true,
            children: widths.map(
              (width, column) =>
                new TableCell({
                  width: { size: width, type: WidthType.DXA },
                  margins: { top: 60, bottom: 60, left: 80, right: 80 },
                  children: [
                    this.paragraph(
                      row.children[column] ?? { type: "tableCell", children: [] },
                      {},
                      index === 0 ? { bold: true } : {},
                    ),
                  ],
                }),
            ),
          }),
      ),
    });
  }

  private paragraph(
    node: Heading | ParagraphNode | TableCellNode,
    options: Omit<IParagraphOptions, "children">,
    format: { bold?: true } = {},
  ): Paragraph {
    const { bidirectional, rightToLeft } = docxDirection(nodeDirection(node, this.language));
    const children: ParagraphChild[] = docxText(
      node.children,
      this.comments,
      rightToLeft.rightToLeft === true,
      format,
    );
    return new Paragraph({ ...options, ...bidirectional, children });
  }
}

/** Without the space between the verdict, which is the heading here, and the statement, and without isolates: it stands alone. */
function trimmed([first, ...rest]: readonly PhrasingContent[]): PhrasingContent[] {
  if (!first) return [];
  return [
    first.type === "text"
      ? { ...first, value: first.value.replace(/^\s*[\u2066-\u2068]?|\u2069$/g, "") }
      : first,
    ...rest,
  ];
}

function place({ quotes, item, lists }: Inside): Omit<IParagraphOptions, "children"> {
  if (item) return { numbering: { reference: item.reference, level: item.level } };
  const indents = quotes + lists;
  return {
    ...(quotes > 0 && { style: "Quote" }),
    ...(indents > 0 && { indent: { start: indents * INDENT } }),
  };
}

function levelOf(
  level: number,
  format: (typeof LevelFormat)[keyof typeof LevelFormat],
  text: string,
  start = 1,
): ILevelsOptions {
  return {
    level,
    format,
    text,
    start,
    alignment: AlignmentType.START,
    style: { paragraph: { indent: { start: (level + 1) * INDENT, hanging: INDENT / 2 } } },
  };
}

/** Widths of columns, in twentieths of a point: each has room for its longest word, and the longer its texts, the more of the rest. */
function columnWidths(rows: TableNode["children"]): number[] {
  const columns = Math.max(...rows.map((row) => row.children.length), 1);
  const needs = Array.from({ length: columns }, (_, column) => {
    const texts = rows.map(({ children }) => (children[column] ? textOf(children[column]) : ""));
    const word = Math.max(...texts.flatMap((text) => text.split(/\s/)).map(({ length }) => length));
    const longest = Math.max(...texts.map(({ length }) => length));
    return { least: 400 + Math.min(word, LONGEST_WORD) * LETTER, share: Math.sqrt(longest) + 0.1 };
  });
  const rest = Math.max(TEXT_WIDTH - needs.reduce((sum, { least }) => sum + least, 0), 0);
  const shares = needs.reduce((sum, { share }) => sum + share, 0);
  const widths = needs.map(({ least, share }) => least + (rest * share) / shares);
  const total = widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width) => Math.floor((TEXT_WIDTH * width) / total));
}

const rule = { style: BorderStyle.SINGLE, size: 4, color: "BBBBBB" };
const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
const rules = {
  top: rule,
  bottom: rule,
  insideHorizontal: rule,
  left: none,
  right: none,
  insideVertical: none,
};
