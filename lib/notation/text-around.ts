/** Elements that begin a line of their own. */
const BLOCK =
  /^(?:p|div|li|ul|ol|dl|dd|dt|h[1-6]|blockquote|pre|hr|br|table|caption|tbody|thead|tfoot|tr|td|th|figure|figcaption|section|article|aside|header|footer|main|nav|form|details|summary|address|center|body|html|template)$/i;
/** Elements whose text is not part of a page's. */
const NOT_TEXT = /^(?:script|style|noscript|template|head|textarea|select|datalist|iframe|object|svg)$/i;
/** Neighbours that are looked at, so that a page of empty elements costs no more than others. */
const MAX_STEPS = 40;

/** Whether a node is an element that begins a line of its own. */
export function isBlock(node: Node): boolean {
  return node.nodeType === 1 && BLOCK.test((node as Element).localName);
}

/** Whether a node is an element whose text is not part of the page's. */
export function isNotText(node: Node): boolean {
  return node.nodeType === 1 && NOT_TEXT.test((node as Element).localName);
}

/** Characters of an element's text, without scripts and the like; white space counts once. */
export function textLengthOf(element: Element): number {
  let length = (element.textContent ?? "").replace(/\s+/g, " ").length;
  for (const part of element.querySelectorAll("script,style,noscript,template"))
    length -= (part.textContent ?? "").replace(/\s+/g, " ").length;
  return Math.max(0, length);
}

/** The text directly before a node on its line, at most 40 characters or so. */
export function textBefore(node: Node): string {
  return textBeside(node, "previousSibling", "lastChild", (text, more) => more.slice(-40) + text);
}

/** The text directly after a node on its line, at most 40 characters or so. */
export function textAfter(node: Node): string {
  return textBeside(node, "nextSibling", "firstChild", (text, more) => text + more.slice(0, 40));
}

function textBeside(
  start: Node,
  next: "previousSibling" | "nextSibling",
  child: "lastChild" | "firstChild",
  joined: (text: string, more: string) => string,
): string {
  let text = "";
  let node: Node | null = start;
  for (let step = 0; step < MAX_STEPS && text.length < 40; step++) {
    let beside: Node | null = node[next];
    while (!beside) {
      node = node.parentNode;
      if (!node || isBlock(node)) return text;
      beside = node[next];
    }
    while (!isBlock(beside) && !isNotText(beside) && beside[child]) beside = beside[child] as Node;
    if (isBlock(beside)) return text;
    if (beside.nodeType === 3) text = joined(text, (beside as Text).data);
    node = beside;
  }
  return text;
}

/** The text nodes inside an element, in order. */
export function textNodesIn(element: Node): Text[] {
  const found: Text[] = [];
  const waiting: Node[] = [element];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.nodeType === 3) found.push(node as Text);
    else waiting.push(...[...node.childNodes].reverse());
  }
  return found;
}

/** Replaces an element by its content. */
export function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes);
}

/** The value of a declaration in an element's style attribute, in lower case; "" if there is none. */
export function styleOf(element: Element, name: string): string {
  return declarationIn(element.getAttribute("style") ?? "", name);
}

/** The value of a declaration in a style, in lower case; "" if there is none. */
export function declarationIn(style: string, name: string): string {
  for (const declaration of style.split(";")) {
    const colon = declaration.indexOf(":");
    if (colon > 0 && declaration.slice(0, colon).trim().toLowerCase() === name)
      return declaration
        .slice(colon + 1)
        .trim()
        .toLowerCase();
  }
  return "";
}
