import { Readability } from "@mozilla/readability";
import { DOMParser } from "@tiptap/pm/model";
import { directionOf } from "@/lib/document/direction";
import type { DocumentNode } from "@/lib/document/document";
import { articleSchema } from "@/lib/document/schema";
import { err, ok, type Result } from "@/lib/result";
import { buildDom, type Unbuildable } from "./build-dom";
import { type ArticleMetadata, isAddress, readMetadata, withoutRepeatedBy } from "./read-metadata";
import { tidyDirections, tidyPictures, tidyTables } from "./tidy-blocks";
import { tidyElements } from "./tidy-elements";
import { tidyOfficeLists } from "./tidy-office-lists";

/** What HTML is: a page as a server sends it, or a passage as a browser or an office program puts it on the clipboard. */
export type HtmlKind = "page" | "passage";

const REFUSALS: Record<Unbuildable, string> = {
  "too-deep": "The HTML is nested too deeply to be an article. Paste it as plain text.",
  "too-many-elements": "The HTML has more elements than an article. Paste it as plain text.",
};

/**
 * Reads an article out of HTML. Of a page the article alone comes in, as Readability finds it; of a passage, everything.
 * @param value well-formed, without NUL
 * @param address where the page is from, to make its links whole
 * @param kind what it is; told by its marks where it may be either
 */
export function readHtml(
  value: string,
  { address, kind = kindOf(value) }: { address?: string | undefined; kind?: HtmlKind | undefined } = {},
): Result<{ doc: DocumentNode; metadata: ArticleMetadata }, { message: string }> {
  try {
    const built = open(value, address);
    if (!built.ok) return err({ message: REFUSALS[built.error] });
    const document = built.value;
    const metadata = readMetadata(document);
    // The lists of Word are told by their style, which Readability takes away.
    tidyOfficeLists(document.body);
    const article = kind === "page" ? findArticle(document) : null;
    const body = article?.body ?? (kind === "page" ? bodyAnew(value, address) : document.body);
    // What Readability keeps of it is a table of contents.
    if (!article) for (const navigation of body.querySelectorAll("nav")) navigation.remove();
    return ok({
      doc: documentOf(body, article?.metadata.language ?? metadata.language ?? "", address),
      metadata: {
        ...metadata,
        ...article?.metadata,
        ...(isAddress(article?.metadata.byline ?? "") && metadata.byline && { byline: metadata.byline }),
      },
    });
  } catch (cause) {
    console.warn("HTML that cannot be read:", cause);
    return err({ message: "The HTML cannot be read: it is damaged. Paste the article as plain text." });
  }
}

function open(value: string, address?: string): Result<Document, Unbuildable> {
  const built = buildDom(value);
  if (built.ok) completeLinks(built.value, address);
  return built;
}

/** The body of a page in which no article was found: Readability takes the document apart also then. */
function bodyAnew(value: string, address?: string): Element {
  const built = open(value, address);
  if (!built.ok) throw new Error(built.error);
  tidyOfficeLists(built.value.body);
  return built.value.body;
}

function documentOf(body: Element, language: string, address?: string): DocumentNode {
  tidyElements(body);
  tidyTables(body);
  tidyPictures(body, address);
  tidyDirections(body, directionOf(language));
  const doc = DOMParser.fromSchema(articleSchema).parse(body as unknown as HTMLElement);
  return withoutEmptyBlocks(doc.toJSON() as DocumentNode);
}

/** Programs that write a document and no page, as they name themselves in its head. */
const OFFICE = /<meta[^>]+(?:ProgId|Generator)[^>]+(?:Word\b|Excel|PowerPoint|LibreOffice|OpenOffice)/i;

/** What HTML is that may be a page or a passage, by its marks. */
function kindOf(markup: string): HtmlKind {
  // A page may quote such marks further down: what was copied begins with them.
  const head = markup.slice(0, 4000);
  if (
    /<!--\s*StartFragment|id="docs-internal-guid|urn:schemas-microsoft-com:office/i.test(head) ||
    OFFICE.test(head)
  )
    return "passage";
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head)[\s>]/i.test(markup) &&
    /<title[\s>]|<meta\s[^>]*(?:property|name)=/i.test(markup)
    ? "page"
    : "passage";
}

/** The article of a page, and what Readability knows of it; null where it finds none. The document is taken apart on the way. */
function findArticle(document: Document): { body: Element; metadata: ArticleMetadata } | null {
  const found = readable(document);
  if (!found?.content || !found.textContent?.trim()) return null;
  const known = {
    title: found.title,
    byline: found.byline && withoutRepeatedBy(found.byline),
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

/** Makes the addresses of links whole, as far as it is known where the page is from. */
function completeLinks(document: Document, address?: string): void {
  const said = document.querySelector("base[href]")?.getAttribute("href") ?? "";
  const base = URL.canParse(said, address) ? new URL(said, address).href : address;
  if (!base) return;
  for (const link of document.querySelectorAll("a[href]")) {
    const href = link.getAttribute("href") ?? "";
    if (URL.canParse(href, base)) link.setAttribute("href", new URL(href, base).href);
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
