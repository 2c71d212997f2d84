import { parseHTML } from "linkedom";
import { defaultTreeAdapter, html, parse, parseFragment } from "parse5";
import { err, ok, type Result } from "@/lib/result";
import { type SeenNode, seenNodes } from "./html/seen-nodes";
import { MAX_DEPTH } from "./nesting";
import { normalStyle } from "./normal-style";
import { toMarkup } from "./to-markup";

/** More elements than any page of the maximum size; this many take a second and 300 MB. */
const MAX_ELEMENTS = 500_000;
/** More than any element needs; each attribute makes lookups slower. */
const MAX_ATTRIBUTES = 100;

const SVG = "http://www.w3.org/2000/svg";

/** Why no DOM is built for a page. */
export type DomLimit = "too-deep" | "too-many-elements";

/**
 * Builds the DOM of a page or a passage by the HTML standard, with scripting off. parse5 builds the tree, because pages are full of markup
 * that other parsers read differently (text in tables, overlapping or missing tags). linkedom holds it: jsdom would take three times the
 * time and memory for a DOM of which little is used.
 */
export function buildDom(markup: string): Result<Document, DomLimit> {
  try {
    const tree = parse(markup, { scriptingEnabled: false, treeAdapter: boundedAdapter() });
    const { document } = parseHTML("<!doctype html><html></html>");
    document.documentElement.remove();
    emulateBrowser(document);
    fill(document, document, seenNodes(tree.childNodes), 0);
    return ok(document);
  } catch (cause) {
    if (cause instanceof LimitExceeded) return err(cause.reason);
    throw cause;
  }
}

/** Thrown inside the parser, which cannot be stopped otherwise. */
class LimitExceeded extends Error {
  constructor(readonly reason: DomLimit) {
    super(reason);
  }
}

/**
 * The parser's own tree, with limits. Unclosed formatting is reopened in every following paragraph: a page of 4 MB could produce a hundred
 * million elements.
 */
function boundedAdapter(): typeof defaultTreeAdapter {
  let depth = 0;
  let elements = 0;
  return {
    ...defaultTreeAdapter,
    createElement(...parameters) {
      if (++elements > MAX_ELEMENTS) throw new LimitExceeded("too-many-elements");
      return defaultTreeAdapter.createElement(...parameters);
    },
    onItemPush() {
      // html and body do not count.
      if (++depth > MAX_DEPTH + 2) throw new LimitExceeded("too-deep");
    },
    onItemPop() {
      depth--;
    },
  };
}

/** Creates DOM nodes from a tree, with its shadow trees. The content of any other `template` is not part of the page. */
function fill(document: Document, parent: ParentNode & Node, nodes: Iterable<SeenNode>, depth: number): void {
  // Elements that the parser moves can end up deeper than its stack ever was.
  if (depth > 2 * MAX_DEPTH) throw new LimitExceeded("too-deep");
  for (const { node, children } of nodes) {
    if ("tagName" in node) {
      const element =
        node.namespaceURI === html.NS.HTML
          ? document.createElement(node.tagName)
          : document.createElementNS(SVG, node.tagName);
      // linkedom prepends each attribute.
      for (const { prefix, name, value } of node.attrs.slice(0, MAX_ATTRIBUTES).reverse())
        element.setAttribute(
          prefix ? `${prefix}:${name}` : name,
          name === "style" ? normalStyle(value) : value,
        );
      if (node.tagName !== "template") fill(document, element, children(), depth + 1);
      parent.appendChild(element);
    } else if ("value" in node) parent.appendChild(document.createTextNode(node.value));
    else if (node.nodeName === "#comment" && "data" in node)
      parent.appendChild(document.createComment(node.data));
  }
}

/** A selector that is the name of an HTML element. */
const NAME = /^[a-z][a-z0-9]*$/;

/** Fixes what linkedom does differently from browsers and Readability relies on. */
function emulateBrowser(document: Document): void {
  const createElement = document.createElement.bind(document);
  const { matches } = document.createElement("p");
  const createElementNS = document.createElementNS.bind(document) as (space: string, name: string) => Element;
  const elementProperties: PropertyDescriptorMap & ThisType<Element> = {
    // linkedom compiles the selector at each call, and the document parser asks each element for each name that it knows.
    matches: {
      value(selector: string) {
        return NAME.test(selector) ? this.localName === selector : matches.call(this, selector);
      },
    },
    innerHTML: {
      get() {
        return toMarkup(this);
      },
      set(markup: string) {
        const context = defaultTreeAdapter.createElement(this.localName, html.NS.HTML, []);
        const options = { scriptingEnabled: false, treeAdapter: boundedAdapter() };
        const fragment = parseFragment(context, markup, options);
        this.replaceChildren();
        fill(document, this, seenNodes(fragment.childNodes), 0);
      },
    },
  };
  Object.defineProperties(document, {
    // linkedom keeps the case of a name, and then does not find the element by it.
    createElement: {
      value: (name: string) => Object.defineProperties(createElement(name.toLowerCase()), elementProperties),
    },
    // Names in SVG and MathML are not upper case. Both use the same class, as nothing distinguishes them.
    createElementNS: {
      value: (space: string, name: string) =>
        Object.defineProperties(createElementNS(space, name), {
          tagName: { value: name },
          nodeName: { value: name },
        }),
    },
    // linkedom looks only in the head.
    title: {
      get: () =>
        [...document.querySelectorAll("title")]
          // SVG images have their own titles.
          .find(({ tagName }) => tagName === "TITLE")
          ?.textContent?.replace(/[\t\n\f\r ]+/g, " ")
          .replace(/^ | $/g, "") ?? "",
    },
  });
}
