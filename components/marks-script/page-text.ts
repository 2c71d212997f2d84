/** The text of a page, and where each part of it is. */
export interface PageText {
  text: string;
  nodes: Text[];
  /** Where each node begins in the text, ascending. */
  starts: number[];
}

const SKIPPED = new Set(
  "SCRIPT STYLE NOSCRIPT TEMPLATE TEXTAREA SELECT OPTION IFRAME OBJECT CANVAS".split(" "),
);
/** Elements inside a line of text: all others end it. */
const INLINE = new Set(
  "A ABBR ACRONYM B BDI BDO BIG CITE CODE DATA DEL DFN EM FONT I INS KBD MARK Q RP RT RUBY S SAMP SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR".split(
    " ",
  ),
);

const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const LOWERED = "₀₁₂₃₄₅₆₇₈₉";

/** Reads the text below an element, with a line break wherever a line or a block ends. Nothing that is hidden from everybody is read. */
export function readPageText(root: Element): PageText {
  const parts: string[] = [];
  const nodes: Text[] = [];
  const starts: number[] = [];
  let length = 0;
  let isBroken = false;
  const walk = (element: Element) => {
    for (let node = element.firstChild; node; node = node.nextSibling) {
      if (node instanceof Text) {
        if (isBroken && length > 0) {
          parts.push("\n");
          length++;
        }
        isBroken = false;
        nodes.push(node);
        starts.push(length);
        parts.push(asWritten(node.data, element.tagName));
        length += node.data.length;
      } else if (node instanceof Element && !SKIPPED.has(node.tagName) && !node.hasAttribute("hidden")) {
        const isInline = INLINE.has(node.tagName);
        if (!isInline) isBroken = true;
        walk(node);
        if (!isInline) isBroken = true;
      }
    }
  };
  walk(root);
  return { text: parts.join(""), nodes, starts };
}

/** Raised and lowered figures are characters of their own in the text of a fact-check. The length stays. */
function asWritten(text: string, parent: string): string {
  const figures = parent === "SUP" ? RAISED : parent === "SUB" ? LOWERED : null;
  return figures && /^\d+$/.test(text)
    ? text.replace(/\d/g, (figure) => figures[Number(figure)] ?? figure)
    : text;
}

/** The part of a page between two offsets into its text. */
export function rangeOf({ nodes, starts }: PageText, start: number, end: number): Range {
  const range = document.createRange();
  const [first, last] = [nodeAt(starts, start), nodeAt(starts, end - 1)];
  const [from, to] = [nodes[first] as Text, nodes[last] as Text];
  range.setStart(from, Math.min(from.length, start - (starts[first] as number)));
  range.setEnd(to, Math.min(to.length, end - (starts[last] as number)));
  return range;
}

/** Index of the last node that begins at an offset or before it. */
function nodeAt(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
