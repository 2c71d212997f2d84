import { parseHTML } from "linkedom";
import { defaultTreeAdapter, html, parse, parseFragment, type DefaultTreeAdapterTypes as Tree } from "parse5";
import { err, ok, type Result } from "@/lib/result";
import { MAX_DEPTH } from "./nesting";
import { normalStyle } from "./normal-style";
import { toMarkup } from "./to-markup";

/** More elements than any page of the largest size that is read; so many take a second and 300 MB. */
const MOST_ELEMENTS = 500_000;
/** More than an element has use for; each further one makes looking for one of them slower. */
const MOST_ATTRIBUTES = 100;

const SVG = "http://www.w3.org/2000/svg";

/** Why no tree is built of a page. */
export type Unbuildable = "too-deep" | "too-many-elements";

/**
 * The DOM of a page or a passage as the HTML standard has browsers build it, scripts being off. parse5 builds the tree: pages are full of
 * what other parsers read otherwise (text in tables, tags that cross each other or are left out). linkedom holds it: jsdom would take
 * three times as long and as much memory for a DOM of which hardly anything is used.
 */
export function buildDom(markup: string): Result<Document, Unbuildable> {
  try {
    const tree = parse(markup, { scriptingEnabled: false, treeAdapter: boundedAdapter() });
    const { document } = parseHTML("<!doctype html><html></html>");
    document.documentElement.remove();
    asInBrowsers(document);
    fill(document, document, tree.childNodes, 0);
    return ok(document);
  } catch (cause) {
    if (cause instanceof TooMuch) return err(cause.reason);
    throw cause;
  }
}

/** Thrown within the parser, which knows no other way to be ended. */
class TooMuch extends Error {
  constructor(readonly reason: Unbuildable) {
    super(reason);
  }
}

/**
 * The parser's own tree, within bounds. Formatting that nobody closed is opened anew in every paragraph that follows: a page of 4 MB
 * could ask for a hundred million elements.
 */
function boundedAdapter(): typeof defaultTreeAdapter {
  let depth = 0;
  let elements = 0;
  return {
    ...defaultTreeAdapter,
    createElement(...given) {
      if (++elements > MOST_ELEMENTS) throw new TooMuch("too-many-elements");
      return defaultTreeAdapter.createElement(...given);
    },
    onItemPush() {
      // The html and the body are no nesting of the page's.
      if (++depth > MAX_DEPTH + 2) throw new TooMuch("too-deep");
    },
    onItemPop() {
      depth--;
    },
  };
}

/** Makes nodes of a tree. What is in a `template` is no part of the page. */
function fill(
  document: Document,
  parent: ParentNode & Node,
  nodes: readonly Tree.ChildNode[],
  depth: number,
): void {
  // Elements that are moved out of others may come to stand deeper than the parser's stack ever was.
  if (depth > 2 * MAX_DEPTH) throw new TooMuch("too-deep");
  for (const node of nodes) {
    if ("tagName" in node) {
      const element =
        node.namespaceURI === html.NS.HTML
          ? document.createElement(node.tagName)
          : document.createElementNS(SVG, node.tagName);
      // linkedom puts each in front of the others.
      for (const { prefix, name, value } of node.attrs.slice(0, MOST_ATTRIBUTES).reverse())
        element.setAttribute(
          prefix ? `${prefix}:${name}` : name,
          name === "style" ? normalStyle(value) : value,
        );
      if (node.tagName !== "template") fill(document, element, node.childNodes, depth + 1);
      parent.appendChild(element);
    } else if ("value" in node) parent.appendChild(document.createTextNode(node.value));
    else if (node.nodeName === "#comment" && "data" in node)
      parent.appendChild(document.createComment(node.data));
  }
}

/** Makes good what linkedom does otherwise than browsers do and Readability relies on. */
function asInBrowsers(document: Document): void {
  const createElement = document.createElement.bind(document);
  const createElementNS = document.createElementNS.bind(document) as (space: string, name: string) => Element;
  const ofElements: PropertyDescriptorMap & ThisType<Element> = {
    innerHTML: {
      get() {
        return toMarkup(this);
      },
      set(markup: string) {
        const context = defaultTreeAdapter.createElement(this.localName, html.NS.HTML, []);
        const options = { scriptingEnabled: false, treeAdapter: boundedAdapter() };
        const fragment = parseFragment(context, markup, options);
        this.replaceChildren();
        fill(document, this, fragment.childNodes, 0);
      },
    },
  };
  Object.defineProperties(document, {
    // It keeps the case of a name as given, and then does not find the element by it.
    createElement: {
      value: (name: string) => Object.defineProperties(createElement(name.toLowerCase()), ofElements),
    },
    // The names of SVG and MathML are not in capitals. Both are elements of the same class, as nobody asks which.
    createElementNS: {
      value: (space: string, name: string) =>
        Object.defineProperties(createElementNS(space, name), {
          tagName: { value: name },
          nodeName: { value: name },
        }),
    },
    // It looks in the head only.
    title: {
      get: () =>
        [...document.querySelectorAll("title")]
          // A picture in SVG has a title of its own.
          .find(({ tagName }) => tagName === "TITLE")
          ?.textContent?.replace(/[\t\n\f\r ]+/g, " ")
          .replace(/^ | $/g, "") ?? "",
    },
  });
}
