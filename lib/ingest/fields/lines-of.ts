/** An element with more nodes is no line. */
const MAX_NODES = 400;

/**
 * The text of a short element, with "\n" where a line, a block or another element begins; without scripts and the dates of time elements.
 * @param limit in UTF-16 units; the walk ends there, so that the cost is bounded
 * @param budget how many nodes can be walked, for the elements of a page together
 * @returns null if the text is longer than the limit, or the element has too many nodes
 */
export function linesOf(
  element: Element,
  limit: number,
  budget: { nodes: number } = { nodes: MAX_NODES },
): string | null {
  const parts: string[] = [];
  let length = 0;
  let left = Math.min(MAX_NODES, budget.nodes);
  const walk = (node: Node, depth: number): void => {
    if (length > limit || depth > 50 || left < 0) return;
    left--;
    budget.nodes--;
    if (node.nodeType === 3) {
      const data = (node as Text).data;
      // Indentation counts for little, but is not without end.
      const text = data.slice(0, 20 * limit).replace(/\s+/g, " ");
      if (data.length > 20 * limit) length += limit;
      length += text.trim().length;
      parts.push(text);
    }
    if (node.nodeType !== 1) return;
    const tag = (node as Element).tagName.toLowerCase();
    if (SKIPPED.test(tag)) return;
    if (tag === "br" || (tag === "time" && node !== element)) {
      parts.push("\n");
      return;
    }
    const breaks = BLOCK.test(tag) || node.previousSibling?.nodeType === 1;
    if (breaks) parts.push("\n");
    for (let child = node.firstChild; child && left >= 0; child = child.nextSibling) walk(child, depth + 1);
    if (BLOCK.test(tag)) parts.push("\n");
  };
  walk(element, 0);
  if (length > limit || left < 0) return null;
  return parts
    .join("")
    .replace(/ *\n[ \n]*/g, "\n")
    .trim();
}

const SKIPPED = /^(?:script|style|template|svg|button)$/;
const BLOCK = /^(?:p|div|li|ul|ol|h[1-6]|section|header|address|dd|dt|figure|figcaption)$/;
