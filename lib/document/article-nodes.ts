import { Extension, type Extensions, Node } from "@tiptap/core";
import type { Node as DocumentNode } from "@tiptap/pm/model";

/** Most columns or rows that one cell may take. */
export const MAX_SPAN = 100;

/** Whether an address is one that a picture may be at: absolute, http or https. */
export function isAllowedImage(src: unknown): src is string {
  return typeof src === "string" && /^https?:\/\//i.test(src) && URL.canParse(src);
}

/** How many columns or rows a cell of a page takes, within our bounds. */
export function spanIn(element: Element, name: "colspan" | "rowspan"): number {
  const given = Number.parseInt(element.getAttribute(name) ?? "1", 10);
  return Number.isInteger(given) ? Math.min(Math.max(given, 1), MAX_SPAN) : 1;
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

/** How prosemirror-tables knows the parts of a table. */
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

/** A picture is referred to and never fetched: in the desk its words and its host stand in its place. */
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

/** What stands where a picture is not shown. */
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

/** Direction of a block that is not the article's own; null for the article's. */
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

/** What articles hold beside what every text does: tables, pictures with their captions, passages that run the other way. */
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
