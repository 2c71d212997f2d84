import type { Node } from "@tiptap/pm/model";
import type { Segment } from "@/lib/claims/segment-text";
import type { ReportBlock, ReportCell, ReportDirection, ReportPicture, ReportRun } from "./report";

/** The segments of a document's text, at which its runs are split, and the number of each claim. */
export interface Marking {
  segments: readonly Segment[];
  numberOf: ReadonlyMap<string, number>;
}

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
  closeMarks(walk.allRuns);
  return blocks;
}

/** A claim can begin or end at a break between blocks, which is in no run: then its first and last run are those that it covers. */
function closeMarks(runs: readonly ReportRun[]): void {
  const first = new Map<number, ReportRun>();
  const last = new Map<number, ReportRun>();
  for (const run of runs)
    for (const number of run.claims) {
      if (!first.has(number)) first.set(number, run);
      last.set(number, run);
    }
  for (const [number, run] of first) if (!run.starts.includes(number)) run.starts.push(number);
  for (const [number, run] of last) if (!run.ends.includes(number)) run.ends.push(number);
}

class Walk {
  readonly allRuns: ReportRun[] = [];
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
      runs.push(...this.cut(text, formatOf(node)));
    });
    for (const run of runs) this.allRuns.push(run);
    return runs;
  }

  /** Splits a text with one format where the set of its claims changes. */
  private cut(text: string, format: Partial<ReportRun>): ReportRun[] {
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
        ...format,
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

function formatOf(node: Node): Partial<ReportRun> {
  const format: Partial<ReportRun> = {};
  for (const mark of node.marks) {
    if (mark.type.name === "bold") format.strong = true;
    else if (mark.type.name === "italic") format.emphasis = true;
    else if (mark.type.name === "underline") format.underline = true;
    else if (mark.type.name === "strike") format.strike = true;
    else if (mark.type.name === "code") format.code = true;
    else if (mark.type.name === "link") format.href = mark.attrs.href;
  }
  return format;
}
