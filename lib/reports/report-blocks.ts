import type { Node } from "@tiptap/pm/model";
import type { ReportBlock, ReportCell, ReportDirection, ReportPicture, ReportRun } from "./report";
import { type Marking, RunCutter } from "./run-cutter";

const unmarked: Marking = { segments: [], numberOf: new Map() };

/**
 * Turns a document into the blocks of a Report. Must count offsets as `canonicalText` does: one unit between text blocks, and one for
 * a hard break.
 * @param doc an article or a rationale
 * @param marking where claims begin and end; omitted for rationales
 */
export function reportBlocks(doc: Node, marking: Marking = unmarked): ReportBlock[] {
  const walk = new Walk(marking);
  const blocks = walk.blocks(doc);
  walk.cutter.closeMarks();
  return blocks;
}

class Walk {
  readonly cutter: RunCutter;

  constructor(marking: Marking) {
    this.cutter = new RunCutter(marking);
  }

  blocks(parent: Node): ReportBlock[] {
    return childrenOf(parent).map((node) => this.block(node));
  }

  private block(node: Node): ReportBlock {
    switch (node.type.name) {
      case "paragraph":
        return { type: "paragraph", runs: this.runs(node), ...directionOf(node) };
      case "heading":
        return { type: "heading", level: node.attrs.level, runs: this.runs(node), ...directionOf(node) };
      case "codeBlock":
        return { type: "code", runs: this.runs(node) };
      case "blockquote":
        return { type: "quote", blocks: this.blocks(node) };
      case "bulletList":
      case "orderedList":
        return {
          type: "list",
          ordered: node.type.name === "orderedList",
          start: node.attrs.start ?? 1,
          items: childrenOf(node).map((item) => this.blocks(item)),
        };
      case "table":
        return {
          type: "table",
          rows: childrenOf(node).map((row) => childrenOf(row).map((cell) => this.cell(cell))),
        };
      case "image":
        return { type: "figure", pictures: [pictureOf(node)], caption: [] };
      case "figure": {
        const caption = childrenOf(node).find((child) => child.type.name === "figcaption");
        return {
          type: "figure",
          pictures: childrenOf(node)
            .filter((child) => child.type.name === "image")
            .map(pictureOf),
          caption: caption ? this.runs(caption) : [],
          ...(caption && directionOf(caption)),
        };
      }
      case "horizontalRule":
        return { type: "rule" };
      default:
        throw new RangeError(`a report has no block for ${node.type.name}`);
    }
  }

  private cell(node: Node): ReportCell {
    return {
      header: node.type.name === "tableHeader",
      columns: node.attrs.colspan,
      rows: node.attrs.rowspan,
      blocks: this.blocks(node),
    };
  }

  private runs(block: Node): ReportRun[] {
    this.cutter.nextBlock();
    const runs: ReportRun[] = [];
    block.forEach((node) => {
      const text = node.isText ? (node.text ?? "") : "\n";
      runs.push(...this.cutter.cut(text, formatOf(node)));
    });
    return runs;
  }
}

function childrenOf(node: Node): readonly Node[] {
  return node.content.content;
}

function directionOf({ attrs }: Node): { dir?: ReportDirection } {
  return attrs.dir ? { dir: attrs.dir } : {};
}

function pictureOf({ attrs }: Node): ReportPicture {
  return { src: attrs.src, alt: attrs.alt ?? "" };
}

function formatOf(node: Node): Partial<ReportRun> {
  const format: Partial<ReportRun> = {};
  for (const mark of node.marks) {
    if (mark.type.name === "bold") format.strong = true;
    else if (mark.type.name === "italic") format.emphasis = true;
    else if (mark.type.name === "underline") format.underline = true;
    else if (mark.type.name === "strike") format.strike = true;
    else if (mark.type.name === "superscript") format.superscript = true;
    else if (mark.type.name === "subscript") format.subscript = true;
    else if (mark.type.name === "code") format.code = true;
    else if (mark.type.name === "link") format.href = mark.attrs.href;
  }
  return format;
}
