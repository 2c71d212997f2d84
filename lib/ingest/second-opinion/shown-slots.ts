import { Parser, type ParserOptions } from "htmlparser2";

/** What is called for each part of a page in reading order, as by the parser itself. */
export interface MarkupEvents {
  onopentag(name: string, attributes: Record<string, string>): void;
  ontext(data: string): void;
  onclosetag(name: string): void;
}

interface TreeElement {
  name: string;
  attributes: Record<string, string>;
  children: TreeNode[];
}

/** An element, or text. */
type TreeNode = TreeElement | string;

/** Children of a host by the slot that shows them, and the slots around it. */
interface Slots {
  waiting: Map<string, TreeNode[]>;
  outer: Slots | null;
}

/** What is left to read: a node with the slots that it is in, or the end of an element. */
type Step = { node: TreeNode; slots: Slots | null } | { end: string };

/** Elements that HTML lets have a shadow tree. */
const HOSTS = new Set(
  "article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span".split(" "),
);

/** Whether a page may have declarative shadow trees. */
export function hasShadowTrees(markup: string): boolean {
  return /<template\b[^>]*\sshadowroot(?:mode)?\s*=/i.test(markup);
}

/**
 * Reads a page as a browser shows it: where an element has a declarative shadow tree, that tree, with the element's own children in its
 * slots. A slot without any shows its own content. Linear in the length of the markup.
 */
export function readShown(markup: string, events: MarkupEvents, options: ParserOptions): void {
  // A stack of our own: pages can be nested more deeply than calls.
  const steps: Step[] = [];
  const wait = (nodes: readonly TreeNode[], slots: Slots | null) => {
    for (const node of nodes.toReversed()) steps.push({ node, slots });
  };
  wait(treeOf(markup, options), null);
  for (let step = steps.pop(); step; step = steps.pop()) {
    if ("end" in step) {
      events.onclosetag(step.end);
      continue;
    }
    const { node, slots } = step;
    if (typeof node === "string") {
      events.ontext(node);
      continue;
    }
    events.onopentag(node.name, node.attributes);
    steps.push({ end: node.name });
    const filling = node.name === "slot" && slots ? takeFor(node.attributes.name ?? "", slots) : null;
    const shadow = HOSTS.has(node.name) || node.name.includes("-") ? node.children.find(isShadowTree) : null;
    if (filling) wait(filling, slots?.outer ?? null);
    else if (shadow) wait(shadow.children, { waiting: bySlot(node, shadow), outer: slots });
    else wait(node.children, slots);
  }
}

function treeOf(markup: string, options: ParserOptions): TreeNode[] {
  const root: TreeElement = { name: "", attributes: {}, children: [] };
  const open = [root];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const element: TreeElement = { name, attributes, children: [] };
        open.at(-1)?.children.push(element);
        open.push(element);
      },
      ontext: (data) => void open.at(-1)?.children.push(data),
      onclosetag: () => void open.pop(),
    },
    options,
  );
  parser.end(markup);
  return root.children;
}

function isShadowTree(node: TreeNode): node is TreeElement {
  return (
    typeof node !== "string" &&
    node.name === "template" &&
    /^(?:open|closed)$/i.test(node.attributes.shadowrootmode ?? node.attributes.shadowroot ?? "")
  );
}

function bySlot(host: TreeElement, shadow: TreeElement): Map<string, TreeNode[]> {
  const waiting = new Map<string, TreeNode[]>();
  for (const child of host.children) {
    if (child === shadow) continue;
    const name = typeof child === "string" ? "" : (child.attributes.slot ?? "");
    const others = waiting.get(name);
    if (others) others.push(child);
    else waiting.set(name, [child]);
  }
  return waiting;
}

/** The children for a slot: the first one of a name gets them all. Null if there are none but white space. */
function takeFor(name: string, { waiting }: Slots): readonly TreeNode[] | null {
  const found = waiting.get(name);
  if (!found?.some((node) => typeof node !== "string" || node.trim() !== "")) return null;
  waiting.delete(name);
  return found;
}
