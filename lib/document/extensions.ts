import type { Extensions } from "@tiptap/core";
import StarterKit from "@tiptap/starter-kit";
import { articleNodes, listNumbering } from "./article-nodes";
import { fitsAddress } from "./output-bounds";
import { scriptMarks } from "./script-marks";

/** Link protocols allowed in imports, exports and on pages. */
const LINK_PROTOCOLS = ["http", "https", "mailto"];

/** Whether a link can have this address: absolute, with an allowed protocol, and not too long for an output. */
export function isAllowedHref(href: unknown): href is string {
  if (typeof href !== "string" || !fitsAddress(href)) return false;
  try {
    return LINK_PROTOCOLS.includes(new URL(href).protocol.slice(0, -1));
  } catch {
    return false; // A relative address means nothing outside its original page.
  }
}

const link = {
  autolink: false,
  linkOnPaste: false,
  openOnClick: false,
  protocols: [],
  HTMLAttributes: { rel: "noopener noreferrer nofollow", target: null },
  isAllowedUri: (url: string) => isAllowedHref(url),
};

/** What an article can contain. The schema made from this list is the allow-list of every import. */
export const articleExtensions: Extensions = [
  StarterKit.configure({
    link,
    undoRedo: false,
    dropcursor: false,
    gapcursor: false,
    trailingNode: false,
    listKeymap: false,
  }),
  listNumbering,
  ...scriptMarks,
  ...articleNodes,
];

/** What a rationale can contain. */
export const rationaleExtensions: Extensions = [
  StarterKit.configure({
    link,
    heading: false,
    blockquote: false,
    codeBlock: false,
    code: false,
    horizontalRule: false,
    strike: false,
    underline: false,
    dropcursor: false,
    gapcursor: false,
    trailingNode: false,
  }),
  listNumbering,
];
