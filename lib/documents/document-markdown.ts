import type { Element, Nodes, Root, RootContent } from "hast";
import { fromParse5 } from "hast-util-from-parse5";
import { toMdast } from "hast-util-to-mdast";
import { gfmTableToMarkdown } from "mdast-util-gfm-table";
import { toMarkdown } from "mdast-util-to-markdown";
import { parse } from "parse5";
import { asMarkdown } from "@/lib/page-address";

/** What only people use: controls, and what is drawn. */
const EXCLUDED: ReadonlySet<string> = new Set([
  "button",
  "dialog",
  "form",
  "script",
  "style",
  "svg",
  "template",
]);
/** Elements on one line. Where nothing is between two of them, style alone keeps them apart. */
const INLINE: ReadonlySet<string> = new Set(["a", "b", "bdi", "em", "q", "small", "span", "strong", "time"]);
const BETWEEN: Element["children"][number] = { type: "text", value: " · " };

/**
 * What a public page says, as Markdown for machine readers: its main part without controls, links as absolute URLs. Links to other parts
 * of the same page lead to their Markdown.
 * @param html the page
 * @param url its absolute URL
 */
export function documentMarkdown(html: string, url: string): string {
  const main = findElement(fromParse5(parse(html, { scriptingEnabled: false })), "main");
  const shown: Root = { type: "root", children: main ? readable(main.children, new URL(url)) : [] };
  return toMarkdown(toMdast(shown) as Parameters<typeof toMarkdown>[0], {
    bullet: "-",
    extensions: [gfmTableToMarkdown()],
  });
}

function findElement(node: Nodes, name: string): Element | null {
  if (node.type === "element" && node.tagName === name) return node;
  if (!("children" in node)) return null;
  for (const child of node.children) {
    const found = findElement(child, name);
    if (found) return found;
  }
  return null;
}

function readable(nodes: readonly RootContent[], page: URL): Element["children"] {
  const kept: Element["children"] = [];
  for (const node of nodes) {
    if (node.type === "text") kept.push(node);
    if (node.type !== "element" || isExcluded(node)) continue;
    const children = readable(node.children, page);
    const last = kept.at(-1);
    const isInline = INLINE.has(node.tagName);
    // An element without words only holds its neighbours apart.
    if (isInline && children.length === 0) continue;
    if (isInline && last?.type === "element" && INLINE.has(last.tagName)) kept.push(BETWEEN);
    const { href } = node.properties;
    kept.push({
      ...node,
      children,
      properties:
        typeof href === "string" ? { ...node.properties, href: absolute(href, page) } : node.properties,
    });
  }
  return kept;
}

function absolute(href: string, page: URL): string {
  const url = URL.parse(href, page);
  if (!url) return href;
  const isPart = url.origin === page.origin && url.pathname === page.pathname && url.search !== "";
  if (isPart) url.pathname = asMarkdown(url.pathname);
  return url.href;
}

function isExcluded({ tagName, properties }: Element): boolean {
  return EXCLUDED.has(tagName) || properties.hidden === true || properties.ariaHidden === "true";
}
