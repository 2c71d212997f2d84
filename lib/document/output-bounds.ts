import { Fragment, Mark, type Node } from "@tiptap/pm/model";

/** The numbers at which a numbered list can start. Larger ones do not fit the margin of a page. */
const LIST_START = { min: 0, max: 999_999 } as const;

/** UTF-16 units of an address in a link or an image. PDF files refuse 8,000 and more; no browser's address bar needs as many. */
export const MAX_ADDRESS_LENGTH = 4000;

/** The number at which a list starts in every output: 1 if it is none, otherwise the nearest that is allowed. */
export function listStart(value: unknown): number {
  if (typeof value !== "number" || Number.isNaN(value)) return 1;
  return Math.trunc(Math.min(Math.max(value, LIST_START.min), LIST_START.max));
}

/** Whether a link or an image can have an address of this length. */
export function fitsAddress(address: string): boolean {
  return address.length <= MAX_ADDRESS_LENGTH;
}

/**
 * Brings a document within the bounds of every output: lists start at a number that fits, and links whose address is too long become plain
 * text. The text and all positions stay the same. Documents stored before there were bounds need it as well.
 */
export function withinOutputBounds(node: Node): Node {
  if (node.isText) {
    const marks = node.marks.filter(isWithinBounds);
    return marks.length === node.marks.length ? node : node.mark(marks);
  }
  const children = node.children.map(withinOutputBounds);
  const isSame = children.every((child, index) => child === node.child(index));
  // What is no whole number at all is for the schema to refuse.
  const isNumbered = node.type.name === "orderedList" && Number.isInteger(node.attrs.start);
  const start = isNumbered ? listStart(node.attrs.start) : node.attrs.start;
  const attrs = start === node.attrs.start ? node.attrs : { ...node.attrs, start };
  const marks = node.marks.filter(isWithinBounds);
  if (isSame && attrs === node.attrs && marks.length === node.marks.length) return node;
  return node.type.create(attrs, isSame ? node.content : Fragment.fromArray(children), Mark.setFrom(marks));
}

function isWithinBounds({ type, attrs }: Mark): boolean {
  return type.name !== "link" || typeof attrs.href !== "string" || fitsAddress(attrs.href);
}
