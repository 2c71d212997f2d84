import { textOf, type XmlElement } from "../office/xml-tree";

/** Whether an element is the number of a claim in our own files: a link inside the document. */
export function isClaimNumber(element: XmlElement): boolean {
  return element.attributes.has("w:anchor") && /^[†\s[\]\d]*$/.test(textOf(element));
}
