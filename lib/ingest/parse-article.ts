import { canonicalText } from "@/lib/document/canonical-text";
import type { DocumentNode } from "@/lib/document/document";
import { MAX_PARTS, parseDocument } from "@/lib/document/parse-document";
import { plainJson } from "@/lib/document/plain-json";
import { articleSchema } from "@/lib/document/schema";
import { err, ok, type Result } from "@/lib/result";
import type { ArticleFormat } from "./article-formats";
import { stripInvisibleCharacters } from "./clean-characters";
import { hasTooManyLinks, MAX_LINKS, markdownHtml } from "./markdown/markdown-html";
import { type ExtractedArticle, type HtmlKind, readHtml } from "./read-html";
import type { ArticleMetadata } from "./read-metadata";
import { readText } from "./read-text";
import { takeFrontMatter } from "./text/front-matter";
import { withMarkdownNotation } from "./text/markdown-notation";

export interface ParsedArticle {
  doc: DocumentNode;
  /** Canonical text of `doc`. */
  text: string;
  metadata: ArticleMetadata;
  /** What an editor should know about the import, in sentences. */
  notes: string[];
}

/** In UTF-16 units. A long book has about a million; 100,000 words have about 600,000. */
export const ARTICLE_LIMITS = { input: 4_000_000, text: 2_000_000 } as const;

/**
 * Converts text into our document. The schema is the allow-list: whatever it does not know (scripts, styles, event handlers, unknown link
 * protocols) is dropped.
 */
export function parseArticle(input: {
  format: ArticleFormat;
  value: string;
  /** Where a page is from, to resolve its links. */
  address?: string | undefined;
  /** The kind of HTML, if known. */
  kind?: HtmlKind | undefined;
}): Result<ParsedArticle, { message: string }> {
  if (input.value.length > ARTICLE_LIMITS.input)
    return err({ message: tooLong("The text", input.value.length, ARTICLE_LIMITS.input) });
  const read = readAs({ ...input, value: wellFormed(input.value) });
  if (!read.ok) return read;
  const { doc: cleaned, notes } = stripInvisibleCharacters(read.value.doc);
  const parsed = parseDocument(cleaned, articleSchema, { maxParts: MAX_PARTS.article });
  if (!parsed.ok) return parsed;
  const { text } = canonicalText(parsed.value);
  if (text.trim() === "")
    return err({ message: "The article has no text. Paste its headline and paragraphs." });
  if (text.length > ARTICLE_LIMITS.text)
    return err({ message: tooLong("The article", text.length, ARTICLE_LIMITS.text) });
  const doc = plainJson<DocumentNode>(parsed.value);
  return ok({ doc, text, metadata: read.value.metadata, notes: [...read.value.notes, ...notes] });
}

function readAs({
  format,
  value,
  address,
  kind,
}: Parameters<typeof parseArticle>[0]): Result<ExtractedArticle, { message: string }> {
  switch (format) {
    case "text":
      return ok({ doc: readText(value), metadata: {}, notes: [] });
    case "html":
      return readHtml(value, { address, kind });
    case "markdown":
      return readMarkdown(value, address);
  }
}

/** Deeply nested quotes and list items, on one line or by indentation. */
const DEEP_MARKDOWN =
  /^[ \t]*(?:>[ \t]*|[-*+][ \t]+|\d{1,9}[.)][ \t]+){200}|^[ \t]{400,}(?:[-*+]|\d{1,9}[.)])[ \t]/m;

/** How many names of a file's head a note lists. */
const MAX_NAMES = 8;

function readMarkdown(
  value: string,
  address: string | undefined,
): Result<ExtractedArticle, { message: string }> {
  const refusal = { message: "The Markdown is nested too deeply to be an article. Paste it as plain text." };
  if (DEEP_MARKDOWN.test(value)) return err(refusal);
  if (hasTooManyLinks(value))
    return err({
      message: `The Markdown has more than ${MAX_LINKS.toLocaleString("en")} links and pictures. Import it in parts, or paste it as plain text.`,
    });
  try {
    const { body, metadata, names } = takeFrontMatter(value);
    const markup = markdownHtml(withMarkdownNotation(body));
    const read = readHtml(markup, { address, kind: "passage", known: metadata });
    if (!read.ok || names.length === 0) return read;
    const note = `The head of the file (${names.slice(0, MAX_NAMES).join(", ")}) was read as details and is not in the text.`;
    return ok({ ...read.value, notes: [note, ...read.value.notes] });
  } catch (cause) {
    console.warn("Markdown could not be read:", cause instanceof Error ? cause.message : cause);
    return err(refusal);
  }
}

/** Removes NUL, which Postgres cannot store, lone surrogates and a byte order mark. */
function wellFormed(value: string): string {
  return value
    .replaceAll("\0", "")
    .toWellFormed()
    .replace(/^\ufeff/, "");
}

function tooLong(what: string, length: number, limit: number): string {
  return `${what} has ${length.toLocaleString("en")} characters; the limit is ${limit.toLocaleString("en")}. Import it in parts.`;
}
