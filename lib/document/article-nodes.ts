import { Extension, type Extensions, Node } from "@tiptap/core";
import type { Node as DocumentNode } from "@tiptap/pm/model";
import { fitsAddress, listStart } from "./output-bounds";

/** Most columns or rows that one cell can span. */
export const MAX_SPAN = 100;

/** Whether an image can have this address: absolute, http or https, and not too long for an output. */
export function isAllowedImage(src: unknown): src is string {
  return typeof src === "string" && fitsAddress(src) && /^https?:\/\//i.test(src) && URL.canParse(src);
}

/** How many columns or rows a cell of an HTML table spans, from 1 to MAX_SPAN. */
export function spanIn(element: Element, name: "colspan" | "rowspan"): number {
  const value = Number.parseInt(element.getAttribute(name) ?? "1", 10);
  return Number.isInteger(value) ? Math.min(Math.max(value, 1), MAX_SPAN) : 1;
}

function span(name: "colspan" | "rowspan") {
  return {
    default: 1,
    parseHTML: (element: HTMLElement) => spanIn(element, name),
    renderHTML: (attributes: Record<string, unknown>) =>
      attributes[name] === 1 ? {} : { [name]: attributes[name] },
  };
}

const cell = (name: string, tag: string) =>
  Node.create({
    name,
    content: "(paragraph | heading | bulletList | orderedList | blockquote | codeBlock)+",
    isolating: true,
    addAttributes: () => ({ colspan: span("colspan"), rowspan: span("rowspan") }),
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
  });

const ROLES: Record<string, string> = {
  table: "table",
  tableRow: "row",
  tableCell: "cell",
  tableHeader: "header_cell",
};

/** The roles by which prosemirror-tables recognises the parts of a table. */
const tableRoles = Extension.create({
  name: "tableRoles",
  extendNodeSchema: (extension) => (ROLES[extension.name] ? { tableRole: ROLES[extension.name] } : {}),
});

const table = Node.create({
  name: "table",
  group: "block",
  content: "tableRow+",
  isolating: true,
  parseHTML: () => [{ tag: "table" }],
  renderHTML: ({ HTMLAttributes }) => ["div", { class: "table" }, ["table", HTMLAttributes, ["tbody", 0]]],
});

const tableRow = Node.create({
  name: "tableRow",
  content: "(tableCell | tableHeader)+",
  parseHTML: () => [{ tag: "tr" }],
  renderHTML: ({ HTMLAttributes }) => ["tr", HTMLAttributes, 0],
});

/** An image is a reference and is never fetched: the desk shows its alternative text and host instead. */
const image = Node.create({
  name: "image",
  group: "block",
  atom: true,
  addAttributes: () => ({ src: { default: null }, alt: { default: null } }),
  parseHTML: () => [
    {
      tag: "img[src]",
      getAttrs: (element) => (isAllowedImage(element.getAttribute("src")) ? null : false),
    },
  ],
  renderHTML: ({ node }) => [
    "div",
    {
      class: "picture",
      role: "img",
      "aria-label": describePicture(node),
      "data-words": describePicture(node),
    },
  ],
});

/** The text shown instead of an image. */
function describePicture({ attrs }: DocumentNode): string {
  const host = isAllowedImage(attrs.src) ? new URL(attrs.src).hostname : "";
  return [attrs.alt ? `Picture: ${attrs.alt}` : "Picture", host].filter(Boolean).join(" · ");
}

const figure = Node.create({
  name: "figure",
  group: "block",
  content: "image+ figcaption?",
  isolating: true,
  parseHTML: () => [{ tag: "figure" }],
  renderHTML: ({ HTMLAttributes }) => ["figure", HTMLAttributes, 0],
});

const figcaption = Node.create({
  name: "figcaption",
  content: "inline*",
  defining: true,
  parseHTML: () => [{ tag: "figcaption" }],
  renderHTML: ({ HTMLAttributes }) => ["figcaption", HTMLAttributes, 0],
});

/** The text direction of a block if it differs from the article's; otherwise null. */
const blockDirection = Extension.create({
  name: "blockDirection",
  addGlobalAttributes: () => [
    {
      types: ["paragraph", "heading", "figcaption"],
      attributes: {
        dir: {
          default: null,
          parseHTML: (element: HTMLElement) => {
            const dir = element.getAttribute("dir")?.toLowerCase();
            return dir === "ltr" || dir === "rtl" ? dir : null;
          },
          renderHTML: (attributes: Record<string, unknown>) =>
            attributes.dir ? { dir: attributes.dir } : {},
        },
      },
    },
  ],
});

/** The number at which a list starts, within the bounds of every output. */
export const listNumbering = Extension.create({
  name: "listNumbering",
  addGlobalAttributes: () => [
    {
      types: ["orderedList"],
      attributes: {
        start: {
          default: 1,
          parseHTML: (element: HTMLElement) =>
            element.hasAttribute("start")
              ? listStart(Number.parseInt(element.getAttribute("start") ?? "", 10))
              : 1,
        },
      },
    },
  ],
});

/** Article nodes beyond the starter kit: tables, images with captions, blocks in the other text direction. */
export const articleNodes: Extensions = [
  tableRoles,
  table,
  tableRow,
  cell("tableCell", "td"),
  cell("tableHeader", "th"),
  image,
  figure,
  figcaption,
  blockDirection,
];
