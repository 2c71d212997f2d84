import { Readability } from "@mozilla/readability";
import { DOMParser } from "@tiptap/pm/model";
import { parseHTML } from "linkedom";
import { directionOf } from "@/lib/document/direction";
import type { DocumentNode } from "@/lib/document/document";
import { articleSchema } from "@/lib/document/schema";
import { err, ok, type Result } from "@/lib/result";
import { isTooDeep } from "./nesting";
import { type ArticleMetadata, readMetadata } from "./read-metadata";
import { tidyDirections, tidyPictures, tidyTables } from "./tidy-blocks";
import { tidyOfficeLists } from "./tidy-office-lists";

/** Elements that hold no text of the article. What is inside goes with them. */
const NOT_TEXT =
  "script,style,noscript,template,iframe,object,embed,applet,svg,math,canvas,audio,video,button,input,select,textarea,head,title,meta,link,base,nav,dialog";

/**
 * Reads an article out of HTML. Of a whole page the article alone comes in, as Readability finds it; of what was copied, everything.
 * @param value well-formed, without NUL
 * @param address where the page is from, to make its links whole
 */
export function readHtml(
  value: string,
  address?: string,
): Result<{ doc: DocumentNode; metadata: ArticleMetadata }, { message: string }> {
  try {
    if (isTooDeep(value))
      return err({ message: "The HTML is nested too deeply to be an article. Paste it as plain text." });
    const document = open(value, address);
    const metadata = readMetadata(document);
    const article = isWholePage(value) ? findArticle(document) : null;
    // Readability takes the document apart also where it finds nothing.
    const body = article?.body ?? bodyOf(isWholePage(value) ? open(value, address) : document);
    return ok({
      doc: documentOf(body, article?.metadata.language ?? metadata.language ?? "", address),
      metadata: { ...metadata, ...article?.metadata },
    });
  } catch (cause) {
    console.warn("HTML that cannot be read:", cause);
    return err({ message: "The HTML cannot be read: it is damaged. Paste the article as plain text." });
  }
}

function open(value: string, address?: string): Document {
  const { document } = parseHTML(
    /<(html|body)[\s>]/i.test(value) ? value : `<!doctype html><html><body>${value}</body></html>`,
  );
  if (address) completeLinks(document, address);
  return document;
}

function bodyOf(document: Document): Element {
  return document.body ?? document.documentElement;
}

function documentOf(body: Element, language: string, address?: string): DocumentNode {
  for (const element of [...body.querySelectorAll(NOT_TEXT)]) element.remove();
  tidyOfficeLists(body);
  tidyTables(body);
  tidyPictures(body, address);
  tidyDirections(body, directionOf(language));
  const doc = DOMParser.fromSchema(articleSchema).parse(body as unknown as HTMLElement);
  return withoutEmptyBlocks(doc.toJSON() as DocumentNode);
}

/** Whether HTML is a page as a server sends it, and not a passage as a browser or an office program puts it on the clipboard. */
function isWholePage(html: string): boolean {
  // A page may quote such marks further down: what was copied begins with them.
  if (
    /<!--\s*StartFragment|id="docs-internal-guid|urn:schemas-microsoft-com:office/i.test(html.slice(0, 4000))
  )
    return false;
  return /<head[\s>][\s\S]*<(?:title|meta)[\s>]/i.test(html) && /<body[\s>]/i.test(html);
}

/** The article of a page, and what Readability knows of it; null where it finds none. The document is taken apart on the way. */
function findArticle(document: Document): { body: Element; metadata: ArticleMetadata } | null {
  const found = readable(document);
  if (!found?.content || !found.textContent?.trim()) return null;
  const known = {
    title: found.title,
    byline: found.byline,
    publisher: found.siteName,
    publishedAt: found.publishedTime,
    language: found.lang,
  };
  const metadata = Object.fromEntries(
    Object.entries(known).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])),
  );
  if (found.dir && !found.content.hasAttribute("dir")) found.content.setAttribute("dir", found.dir);
  return { body: found.content, metadata };
}

/** What Readability finds; null also where a page is so damaged that it gives up. */
function readable(document: Document) {
  try {
    return new Readability<Element>(document, { serializer: (element) => element as Element }).parse();
  } catch (cause) {
    console.warn("no article was found in a page:", cause instanceof Error ? cause.message : cause);
    return null;
  }
}

function completeLinks(document: Document, address: string): void {
  for (const link of document.querySelectorAll("a[href]")) {
    const href = link.getAttribute("href") ?? "";
    if (URL.canParse(href, address)) link.setAttribute("href", new URL(href, address).href);
  }
}

/** Pages are full of paragraphs that only make space. */
function withoutEmptyBlocks(doc: DocumentNode): DocumentNode {
  const content = (doc.content ?? []).filter((node) => node.type !== "paragraph" || hasText(node));
  return { ...doc, content: content.length ? content : [{ type: "paragraph" }] };
}

function hasText(node: DocumentNode): boolean {
  return (node.text?.trim() ?? "") !== "" || (node.content?.some(hasText) ?? false);
}
