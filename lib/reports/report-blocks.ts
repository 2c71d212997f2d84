import type { Node } from "@tiptap/pm/model";
import type { Segment } from "@/lib/claims/segment-text";
import type { ReportBlock, ReportCell, ReportDirection, ReportPicture, ReportRun } from "./report";

/** What the runs of a document are cut by: the segments of its text, and the number that each claim is shown with. */
export interface Marking {
  segments: readonly Segment[];
  numberOf: ReadonlyMap<string, number>;
}

const unmarked: Marking = { segments: [], numberOf: new Map() };

/**
 * Turns a document into the blocks of a Report. It counts offsets as `canonicalText` does: blocks of text parted by one unit, a
 * hard break one unit long.
 * @param doc an article or a rationale
 * @param marking where claims begin and end; left out for rationales
 */
export function reportBlocks(doc: Node, marking: Marking = unmarked): ReportBlock[] {
  const walk = new Walk(marking);
  return walk.blocks(doc);
}

class Walk {
  private offset = 0;
  private textblocks = 0;
  private segment = 0;

  constructor(private readonly marking: Marking) {}

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
    if (this.textblocks++ > 0) this.offset += 1;
    const runs: ReportRun[] = [];
    block.forEach((node) => {
      const text = node.isText ? (node.text ?? "") : "\n";
      runs.push(...this.cut(text, lookOf(node)));
    });
    return runs;
  }

  /** Cuts a text of one look where the set of claims over it changes. */
  private cut(text: string, look: Partial<ReportRun>): ReportRun[] {
    const runs: ReportRun[] = [];
    const { segments, numberOf } = this.marking;
    const numbers = (ids: readonly string[]) => ids.map((id) => numberOf.get(id) as number);
    for (let done = 0; done < text.length; ) {
      while (segments[this.segment] && (segments[this.segment] as Segment).end <= this.offset)
        this.segment += 1;
      const segment = segments[this.segment];
      const length = segment ? Math.min(text.length - done, segment.end - this.offset) : text.length - done;
      runs.push({
        text: text.slice(done, done + length),
        ...look,
        claims: segment ? numbers(segment.claims) : [],
        starts: segment && this.offset === segment.start ? numbers(segment.starts) : [],
        ends: segment && this.offset + length === segment.end ? numbers(segment.ends) : [],
      });
      done += length;
      this.offset += length;
    }
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

function lookOf(node: Node): Partial<ReportRun> {
  const look: Partial<ReportRun> = {};
  for (const mark of node.marks) {
    if (mark.type.name === "bold") look.strong = true;
    else if (mark.type.name === "italic") look.emphasis = true;
    else if (mark.type.name === "underline") look.underline = true;
    else if (mark.type.name === "strike") look.strike = true;
    else if (mark.type.name === "code") look.code = true;
    else if (mark.type.name === "link") look.href = mark.attrs.href;
  }
  return look;
}
