import type { PageClaim } from "./claims";
import { marksOf } from "./claims-at";

const SVG = "http://www.w3.org/2000/svg";
/** Width and height of the bar in its own units, and the least width of a claim in it. */
const WIDTH = 1000;
const HEIGHT = 4;
const MIN_WIDTH = 3;

/**
 * Draws where in the text the claims are, each in the colour of its rating. It is decorative. The script draws it because only it uses it,
 * and because lengths of text need no layout.
 */
export function drawPositionBar(bar: Element, claims: readonly PageClaim[]): void {
  const text = document.querySelector("[data-marked-text]");
  if (!text) return;
  const starts = new Map<Node, number>();
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  let length = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    starts.set(node, length);
    length += node.nodeValue?.length ?? 0;
  }
  const paths = new Map<string, string>();
  for (const { number } of claims) {
    const marks = marksOf(number);
    const start = starts.get(firstTextOf(marks[0]) ?? text) ?? 0;
    const size = marks.reduce((sum, mark) => sum + (mark.textContent?.length ?? 0), 0);
    const x = Math.round((start / length) * WIDTH);
    const width = Math.max(MIN_WIDTH, Math.round((size / length) * WIDTH));
    const colour = marks[0]?.dataset.colour ?? "";
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

function firstTextOf(element: Element | undefined): Node | null {
  return element ? document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode() : null;
}
