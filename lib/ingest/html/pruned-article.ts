import type { CompleteArticle } from "./dropped-blocks";
import { BLOCK_ATTRIBUTE, type BlockMap } from "./text-blocks";

/**
 * Makes an article from a page numbered in the same way: the element with the article, without the blocks that do not belong to it.
 * @param pictures addresses of the images to keep
 */
export function prunedArticle(
  { elements }: BlockMap,
  { container, blocks }: CompleteArticle,
  pictures: ReadonlySet<string>,
): Element | null {
  const element = elements.get(container);
  if (!element) return null;
  const body = element.ownerDocument.createElement("div");
  body.append(element);
  for (const block of [...body.querySelectorAll(`[${BLOCK_ATTRIBUTE}]`)]) {
    if (!blocks.has(Number(block.getAttribute(BLOCK_ATTRIBUTE)))) removeOwnText(block);
    block.removeAttribute(BLOCK_ATTRIBUTE);
  }
  for (const picture of [...body.querySelectorAll("img")])
    if (!pictures.has(picture.getAttribute("src") ?? "")) picture.remove();
  // Innermost first: elements that are now empty.
  for (const each of [...body.querySelectorAll("*")].reverse())
    if (each !== element && !/^(?:img|br|hr|td|th|source)$/.test(each.localName) && isEmpty(each))
      each.remove();
  return body;
}

/** Removes the text of a block, but not the blocks inside it. */
function removeOwnText(block: Element): void {
  if (!block.querySelector(`[${BLOCK_ATTRIBUTE}]`)) {
    block.remove();
    return;
  }
  for (const child of [...block.childNodes]) {
    const isOuter =
      child.nodeType === 1 &&
      ((child as Element).hasAttribute(BLOCK_ATTRIBUTE) ||
        (child as Element).querySelector(`[${BLOCK_ATTRIBUTE}],img`));
    if (!isOuter) child.remove();
  }
}

function isEmpty(element: Element): boolean {
  if (element.querySelector("img,hr,td,th")) return false;
  return ![...element.childNodes].some((node) => node.nodeType === 1 || node.textContent?.trim());
}
