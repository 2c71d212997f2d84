import type { DefaultTreeAdapterTypes as Tree } from "parse5";

/** A node of the parser's tree as a browser shows it, and its children as they are shown. */
export interface SeenNode {
  node: Tree.ChildNode;
  children(): Iterable<SeenNode>;
}

/** The elements that HTML lets have a shadow tree, besides custom elements. */
const HOSTS =
  /^(?:article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span|[a-z][^\s>]*-[^\s>]*)$/;

/** What the slots of a shadow tree show: children of its host, by the slot's name, and the scope that those are from. */
interface Scope {
  waiting: Map<string, Tree.ChildNode[]>;
  outer: Scope | null;
}

/**
 * The nodes of a tree as a browser shows them: a host with a declarative shadow tree shows that, with the host's own children in its slots.
 * A slot that gets nothing shows its own content.
 */
export function* seenNodes(
  nodes: readonly Tree.ChildNode[],
  scope: Scope | null = null,
): Generator<SeenNode, void, undefined> {
  for (const node of nodes) {
    const filling = "tagName" in node && node.tagName === "slot" && scope ? takeFor(node, scope) : null;
    if (filling && scope) yield* seenNodes(filling, scope.outer);
    else if (scope && "tagName" in node && node.tagName === "slot") yield* seenNodes(node.childNodes, scope);
    else yield { node, children: () => seenChildren(node, scope) };
  }
}

function seenChildren(node: Tree.ChildNode, scope: Scope | null): Iterable<SeenNode> {
  if (!("tagName" in node)) return [];
  const shadow = HOSTS.test(node.tagName) ? shadowOf(node) : null;
  if (!shadow) return seenNodes(node.childNodes, scope);
  const waiting = new Map<string, Tree.ChildNode[]>();
  for (const child of node.childNodes) {
    if (child === shadow) continue;
    const name = attributeOf(child, "slot") ?? "";
    const others = waiting.get(name);
    if (others) others.push(child);
    else waiting.set(name, [child]);
  }
  return seenNodes(shadow.content.childNodes, { waiting, outer: scope });
}

function shadowOf(host: Tree.Element): Tree.Template | null {
  for (const child of host.childNodes)
    if ("content" in child && /^(?:open|closed)$/i.test(modeOf(child))) return child;
  return null;
}

/** The standard's attribute, or the one that came before it. */
function modeOf(template: Tree.Template): string {
  return attributeOf(template, "shadowrootmode") ?? attributeOf(template, "shadowroot") ?? "";
}

function attributeOf(node: Tree.ChildNode, name: string): string | undefined {
  return "attrs" in node ? node.attrs.find((each) => each.name === name)?.value : undefined;
}

/** The host's children for a slot; null if there are none. If slots share a name, the first one gets them all. */
function takeFor(slot: Tree.Element, scope: Scope): Tree.ChildNode[] | null {
  const name = attributeOf(slot, "name") ?? "";
  const found = scope.waiting.get(name);
  if (!found?.some((node) => !("value" in node) || node.value.trim())) return null;
  scope.waiting.delete(name);
  return found;
}
