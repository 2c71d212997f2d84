import { DOMParser } from "@tiptap/pm/model";
import { parseHTML } from "linkedom";
import { canonicalText } from "@/lib/document/canonical-text";
import type { DocumentNode } from "@/lib/document/document";
import { parseDocument } from "@/lib/document/parse-document";
import { articleSchema } from "@/lib/document/schema";
import { err, ok, type Result } from "@/lib/result";
import { type ArticleMetadata, readMetadata } from "./read-metadata";

export interface ParsedArticle {
  doc: DocumentNode;
  /** Canonical text of `doc`. */
  text: string;
  metadata: ArticleMetadata;
}

/** In UTF-16 units. A long book has about a million; 100,000 words have about 600,000. */
export const ARTICLE_LIMITS = { input: 4_000_000, text: 2_000_000 } as const;

/** Elements that hold no text of the article. What is inside goes with them. */
const NOT_TEXT =
  "script,style,noscript,template,iframe,object,embed,applet,svg,math,canvas,audio,video,button,input,select,textarea,head,title,meta,link,base,nav,dialog";

/**
 * Turns what an editor gives into our document. The schema is the allow-list: what it does not know (scripts, styles, handlers,
 * unknown link protocols) does not come in.
 */
export function parseArticle(input: {
  format: "text" | "html";
  value: string;
}): Result<ParsedArticle, { message: string }> {
  const { format, value } = input;
  if (value.length > ARTICLE_LIMITS.input)
    return err({ message: tooLong("What you pasted", value.length, ARTICLE_LIMITS.input) });
  const read =
    format === "html"
      ? readHtml(value)
      : { ok: true as const, value: { doc: readText(value), metadata: {} } };
  if (!read.ok) return read;
  const parsed = parseDocument(read.value.doc, articleSchema);
  if (!parsed.ok) return parsed;
  const { text } = canonicalText(parsed.value);
  if (text.trim() === "")
    return err({ message: "The article has no text. Paste its headline and paragraphs." });
  if (text.length > ARTICLE_LIMITS.text)
    return err({ message: tooLong("The article", text.length, ARTICLE_LIMITS.text) });
  return ok({ doc: parsed.value.toJSON() as DocumentNode, text, metadata: read.value.metadata });
}

function tooLong(what: string, length: number, limit: number): string {
  return `${what} has ${length.toLocaleString("en")} characters; ${limit.toLocaleString("en")} fit. Import it in parts.`;
}

/** One paragraph a line; blank lines only part them. Characters that no document can hold are left out. */
function readText(value: string): DocumentNode {
  const paragraphs = clean(value)
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  return {
    type: "doc",
    content: paragraphs.length
      ? paragraphs.map((text) => ({ type: "paragraph", content: [{ type: "text", text }] }))
      : [{ type: "paragraph" }],
  };
}

/** Postgres holds no NUL, and half a surrogate pair is no text. */
function clean(value: string): string {
  return value
    .replaceAll("\0", "")
    .toWellFormed()
    .replace(/^\ufeff/, "");
}

function readHtml(
  value: string,
): Result<{ doc: DocumentNode; metadata: ArticleMetadata }, { message: string }> {
  let document: Document;
  try {
    const html = clean(value);
    document = parseHTML(
      /<(html|body)[\s>]/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`,
    ).document;
  } catch (cause) {
    return err({
      message: `The HTML cannot be read (${cause instanceof Error ? cause.message : cause}). Paste it as plain text.`,
    });
  }
  if (depthOf(document.documentElement) > 400)
    return err({ message: "The HTML is nested too deeply to be an article. Paste it as plain text." });
  const metadata = readMetadata(document);
  for (const element of [...document.querySelectorAll(NOT_TEXT)]) element.remove();
  spellOutRows(document);
  const body = document.body ?? document.documentElement;
  const doc = DOMParser.fromSchema(articleSchema).parse(body as unknown as HTMLElement);
  return ok({ doc: withoutEmptyBlocks(doc.toJSON() as DocumentNode), metadata });
}

/** A row of a table of words becomes a paragraph with its cells parted; tables that only lay out a page stay as they are. */
function spellOutRows(document: Document): void {
  for (const row of [...document.querySelectorAll("tr")]) {
    if (row.querySelector("p,div,table,ul,ol,blockquote,h1,h2,h3,h4,h5,h6,pre,section,article")) continue;
    const line = document.createElement("p");
    for (const cell of [...row.children]) {
      if (!cell.textContent?.trim()) continue;
      if (line.firstChild) line.append(" | ");
      line.append(...cell.childNodes);
    }
    row.replaceWith(line);
  }
}

/** Depth of an element, by a walk that needs no stack of its own. */
function depthOf(element: Element | null): number {
  let deepest = 0;
  const queue: [Element, number][] = element ? [[element, 1]] : [];
  for (let next = queue.pop(); next; next = queue.pop()) {
    deepest = Math.max(deepest, next[1]);
    for (const child of next[0].children) queue.push([child, next[1] + 1]);
  }
  return deepest;
}

/** Pages are full of paragraphs that only make space. */
function withoutEmptyBlocks(doc: DocumentNode): DocumentNode {
  const content = (doc.content ?? []).filter((node) => node.type !== "paragraph" || hasText(node));
  return { ...doc, content: content.length ? content : [{ type: "paragraph" }] };
}

function hasText(node: DocumentNode): boolean {
  return (node.text?.trim() ?? "") !== "" || (node.content?.some(hasText) ?? false);
}
