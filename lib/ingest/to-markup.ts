import { defaultTreeAdapter, serialize } from "parse5";

/** The inner HTML of an element, which parses to the same nodes again. */
export function toMarkup(element: Element): string {
  return serialize(element as never, { scriptingEnabled: false, treeAdapter: nodesAsTree as never });
}

/** Adapts DOM nodes for the serialiser. */
const nodesAsTree = {
  ...defaultTreeAdapter,
  getChildNodes: (node: Node) => [...node.childNodes],
  getParentNode: (node: Node) => node.parentNode,
  getTagName: (element: Element) => element.localName,
  getNamespaceURI: (element: Element) => element.namespaceURI,
  getAttrList: (element: Element) => [...element.attributes].map(({ name, value }) => ({ name, value })),
  getTemplateContent: (element: Element) => element,
  getTextNodeContent: (node: Text) => node.data,
  getCommentNodeContent: (node: Comment) => node.data,
  isElementNode: (node: Node) => node.nodeType === 1,
  isTextNode: (node: Node) => node.nodeType === 3,
  isCommentNode: (node: Node) => node.nodeType === 8,
  isDocumentTypeNode: () => false,
};
