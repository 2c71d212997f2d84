import { type PageClaim, pageClaims } from "./claims";
import { marksOf } from "./claims-at";

const SVG = "http://www.w3.org/2000/svg";
/** Width and height of the bar in its own units, and the least width of a claim in it. */
const WIDTH = 1000;
const HEIGHT = 4;
const MIN_WIDTH = 3;

/** Where a claim is in the text, in the units of the bar, and the colour of its rating. */
interface Extent {
  x: number;
  width: number;
  colour: string;
}

let extents: ReadonlyMap<string, Extent> | undefined;

/**
 * Draws where in the text the claims are, each in the colour of its rating. It is decorative. The script draws it because only it uses it,
 * and because lengths of text need no layout.
 */
export function drawPositionBar(bar: Element, claims: readonly PageClaim[]): void {
  extents ??= measure();
  const paths = new Map<string, string>();
  for (const { number } of claims) {
    const extent = extents.get(number);
    if (!extent) continue;
    const { x, width, colour } = extent;
    paths.set(colour, `${paths.get(colour) ?? ""}M${x} 0h${width}v${HEIGHT}h-${width}z`);
  }
  bar.replaceChildren(
    ...[...paths].map(([colour, d]) => {
      const path = document.createElementNS(SVG, "path");
      path.setAttribute("class", "rating-hue");
      path.setAttribute("data-colour", colour);
      path.setAttribute("d", d);
      return path;
    }),
  );
}

/** Measures all claims once: the text of a long page has thousands of pieces. */
function measure(): ReadonlyMap<string, Extent> {
  const text = document.querySelector("[data-marked-text]");
  const measured = new Map<string, Extent>();
  if (!text) return measured;
  const starts = new Map<Node, number>();
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  let length = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    starts.set(node, length);
    length += node.nodeValue?.length ?? 0;
  }
  for (const { number } of pageClaims()) {
    const marks = marksOf(number);
    const start = starts.get(firstTextOf(marks[0]) ?? text) ?? 0;
    const size = marks.reduce((sum, mark) => sum + (mark.textContent?.length ?? 0), 0);
    measured.set(number, {
      x: Math.round((start / length) * WIDTH),
      width: Math.max(MIN_WIDTH, Math.round((size / length) * WIDTH)),
      colour: marks[0]?.dataset.colour ?? "",
    });
  }
  return measured;
}

function firstTextOf(element: Element | undefined): Node | null {
  return element ? document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode() : null;
}
