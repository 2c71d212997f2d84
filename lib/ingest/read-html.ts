import { Readability } from "@mozilla/readability";
import { DOMParser } from "@tiptap/pm/model";
import { directionOf } from "@/lib/document/direction";
import type { DocumentNode } from "@/lib/document/document";
import { articleSchema } from "@/lib/document/schema";
import { showAsRead, showHeadingsAsRead } from "@/lib/notation/show-as-read";
import { textLengthOf } from "@/lib/notation/text-around";
import { err, ok, type Result } from "@/lib/result";
import { buildDom, type DomLimit } from "./build-dom";
import { completeArticle } from "./html/dropped-blocks";
import { paywallNote } from "./html/paywall-note";
import { prunedArticle } from "./html/pruned-article";
import { BLOCK_ATTRIBUTE, type BlockMap, numberBlocks } from "./html/text-blocks";
import { type ArticleMetadata, readMetadata } from "./read-metadata";
import { withoutHeadLines } from "./text/without-head-lines";
import { tidyDirections, tidyPictures, tidyTables } from "./tidy-blocks";
import { tidyElements } from "./tidy-elements";
import { tidyOfficeLists } from "./tidy-office-lists";

/** The kind of HTML: a page as a server sends it, or a passage as a browser or an office program copies it to the clipboard. */
export type HtmlKind = "page" | "passage";

/** Where a page declares its title. */
const TITLES = 'head title,meta[property="og:title"],meta[name="dc.title"]';

const REFUSALS: Record<DomLimit, string> = {
  "too-deep": "The HTML is nested too deeply to be an article. Paste it as plain text.",
  "too-many-elements": "The HTML has too many elements to be an article. Paste it as plain text.",
};

/** An article as it was read, before characters are cleaned. */
export interface ExtractedArticle {
  doc: DocumentNode;
  metadata: ArticleMetadata;
  /** What an editor should know, in sentences. */
  notes: string[];
}

/**
 * Reads an article from HTML. Of a page, only the article that Readability finds; of a passage, everything.
 * @param value well-formed, without NUL
 * @param address where the page is from, to resolve its links
 * @param kind detected from the markup by default
 * @param known details that are known from elsewhere
 */
export function readHtml(
  value: string,
  {
    address,
    kind = kindOf(value),
    known = {},
  }: { address?: string | undefined; kind?: HtmlKind | undefined; known?: ArticleMetadata } = {},
): Result<ExtractedArticle, { message: string }> {
  try {
    const built = parsePage(value, address);
    if (!built.ok) return err({ message: REFUSALS[built.error] });
    const document = built.value;
    showHeadingsAsRead(document.body);
    const metadata = { ...readMetadata(document), ...known };
    const isTitled = kind === "page" && document.querySelector(TITLES) !== null;
    const notes = showAsRead(document.body, metadata.language ?? "");
    // Word's lists are recognised by their style, which Readability removes.
    tidyOfficeLists(document.body);
    const blocks = kind === "page" ? numberBlocks(document.body) : null;
    const noteOnPaywall = blocks && paywallNote(document, blocks);
    const article = blocks && findArticle(document, blocks, () => rebuildBody(value, address));
    const body = article?.body ?? (kind === "page" ? rebuildBody(value, address) : document.body);
    // Navigation that Readability keeps is a table of contents.
    if (!article) for (const navigation of body.querySelectorAll("nav")) navigation.remove();
    const details: ArticleMetadata = {
      ...metadata,
      ...article?.metadata,
    };
    const doc = documentOf(body, article?.metadata.language ?? metadata.language ?? "", address);
    const paywall = noteOnPaywall?.(lengthOf(doc));
    if (paywall) notes.unshift(paywall);
    return ok({ doc: isTitled ? withoutHeadLines(doc, details) : doc, metadata: details, notes });
  } catch (cause) {
    console.warn("HTML could not be read:", cause);
    return err({ message: "The HTML is damaged and cannot be read. Paste the article as plain text." });
  }
}

function parsePage(value: string, address?: string): Result<Document, DomLimit> {
  const built = buildDom(value);
  if (!built.ok) return built;
  completeLinks(built.value, address);
  markModals(built.value.body);
  return built;
}

/**
 * Gives what opens over the page the role by which it is left out of an article, such as a request to accept cookies. Not where it holds the
 * article.
 */
function markModals(body: Element): void {
  const modals = body.querySelectorAll('[aria-modal="true"]:not([role])');
  if (modals.length === 0) return;
  const half = textLengthOf(body) / 2;
  for (const modal of modals) if (textLengthOf(modal) < half) modal.setAttribute("role", "dialog");
}

/** The body of a page without an article, parsed again because Readability changes the document. */
function rebuildBody(value: string, address?: string): Element {
  const built = parsePage(value, address);
  if (!built.ok) throw new Error(built.error);
  showAsRead(built.value.body, "");
  tidyOfficeLists(built.value.body);
  return built.value.body;
}

function documentOf(body: Element, language: string, address?: string): DocumentNode {
  tidyElements(body);
  tidyTables(body);
  tidyPictures(body, address);
  tidyDirections(body, directionOf(language));
  const doc = DOMParser.fromSchema(articleSchema).parse(body);
  return withoutEmptyBlocks(doc.toJSON() as DocumentNode);
}

/** Office programs, as they identify themselves in the head. */
const OFFICE = /<meta[^>]+(?:ProgId|Generator)[^>]+(?:Word\b|Excel|PowerPoint|LibreOffice|OpenOffice)/i;

/** Detects the kind of HTML. */
function kindOf(markup: string): HtmlKind {
  // Only the beginning: a page may quote such markers further down.
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

/** The article of a page and its metadata by Readability, if it finds one. Changes the document. */
function findArticle(
  document: Document,
  blocks: BlockMap,
  rebuild: () => Element,
): { body: Element; metadata: ArticleMetadata } | null {
  const found = readable(document);
  if (!found?.content || !found.textContent?.trim()) return null;
  const known = {
    title: found.title,
    publisher: found.siteName,
    language: found.lang,
  };
  const metadata = Object.fromEntries(
    Object.entries(known).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])),
  );
  if (found.dir && !found.content.hasAttribute("dir")) found.content.setAttribute("dir", found.dir);
  return { body: withDroppedBlocks(found.content, blocks, rebuild), metadata };
}

/** The article that was found, or if blocks of it were dropped, the same with them, from the page as it was. */
function withDroppedBlocks(content: Element, blocks: BlockMap, rebuild: () => Element): Element {
  const named = [content, ...content.querySelectorAll(`[${BLOCK_ATTRIBUTE}]`)];
  const extracted = new Set(named.map((element) => Number(element.getAttribute(BLOCK_ATTRIBUTE))));
  const complete = completeArticle(blocks, extracted);
  if (!complete) return content;
  const pictures = [...content.querySelectorAll("img")].map((picture) => picture.getAttribute("src") ?? "");
  const body = prunedArticle(numberBlocks(rebuild()), complete, new Set(pictures));
  const direction = content.getAttribute("dir");
  if (body && direction) body.setAttribute("dir", direction);
  return body ?? content;
}

/** Readability's result; null if it finds none or fails on a damaged page. */
function readable(document: Document) {
  try {
    return new Readability<Element>(document, { serializer: (element) => element as Element }).parse();
  } catch (cause) {
    console.warn("Readability failed on a page:", cause instanceof Error ? cause.message : cause);
    return null;
  }
}

/** Resolves relative links, if the page's address is known. */
function completeLinks(document: Document, address?: string): void {
  const baseHref = document.querySelector("base[href]")?.getAttribute("href") ?? "";
  const base = URL.canParse(baseHref, address) ? new URL(baseHref, address).href : address;
  if (!base) return;
  for (const link of document.querySelectorAll("a[href]")) {
    const href = link.getAttribute("href") ?? "";
    if (URL.canParse(href, base)) link.setAttribute("href", new URL(href, base).href);
  }
}

/** Drops empty paragraphs, which pages use for spacing. */
function withoutEmptyBlocks(doc: DocumentNode): DocumentNode {
  const content = (doc.content ?? []).filter((node) => node.type !== "paragraph" || hasText(node));
  return { ...doc, content: content.length ? content : [{ type: "paragraph" }] };
}

/** Characters of a document's text. */
function lengthOf(node: DocumentNode): number {
  return (node.text?.length ?? 0) + (node.content ?? []).reduce((sum, child) => sum + lengthOf(child), 0);
}

function hasText(node: DocumentNode): boolean {
  return (node.text?.trim() ?? "") !== "" || (node.content?.some(hasText) ?? false);
}
