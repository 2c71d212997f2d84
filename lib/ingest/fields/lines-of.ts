/**
 * The text of a short element, with "\n" where a line, a block or another element begins; without scripts and the dates of time elements.
 * @param limit in UTF-16 units; the walk ends there, so that the cost is bounded
 * @returns null if the text is longer than the limit
 */
export function linesOf(element: Element, limit: number): string | null {
  const parts: string[] = [];
  let length = 0;
  const walk = (node: Node, depth: number): void => {
    if (length > limit || depth > 50) return;
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
    if (tag === "br" || tag === "time") {
      parts.push("\n");
      return;
    }
    const breaks = BLOCK.test(tag) || node.previousSibling?.nodeType === 1;
    if (breaks) parts.push("\n");
    for (const child of node.childNodes) walk(child, depth + 1);
    if (BLOCK.test(tag)) parts.push("\n");
  };
  walk(element, 0);
  if (length > limit) return null;
  return parts
    .join("")
    .replace(/ *\n[ \n]*/g, "\n")
    .trim();
}

const SKIPPED = /^(?:script|style|template|svg|button)$/;
const BLOCK = /^(?:p|div|li|ul|ol|h[1-6]|section|header|address|dd|dt|figure|figcaption)$/;
