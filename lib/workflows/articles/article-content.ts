import { z } from "zod";
import { canonicalText } from "@/lib/document/canonical-text";
import type { DocumentNode } from "@/lib/document/document";
import { MAX_PARTS, parseDocument } from "@/lib/document/parse-document";
import { plainJson } from "@/lib/document/plain-json";
import { articleSchema } from "@/lib/document/schema";
import type { Failure } from "@/lib/failure";
import { describeDifferences } from "@/lib/fidelity/describe-differences";
import type { ImportDifferences } from "@/lib/fidelity/import-difference";
import { ARTICLE_FORMATS, type ArticleFormat } from "@/lib/ingest/article-formats";
import { ARTICLE_LIMITS, type ParsedArticle, parseArticle } from "@/lib/ingest/parse-article";
import { secondOpinion } from "@/lib/ingest/second-opinion/second-opinion";
import { takeFirstLine } from "@/lib/ingest/text/take-first-line";
import { describeIsolationFailure, runInChildProcess } from "@/lib/isolation/run-in-child-process";
import { parseBoundedJson } from "@/lib/parse-bounded-json";
import { ok, type Result } from "@/lib/result";
import { invalid } from "@/lib/workflows/refusals";

/** The text of an article as received: in a format to be parsed, or as a parsed document. */
export const articleContent = z.discriminatedUnion(
  "format",
  [
    z.object({
      format: z.enum(ARTICLE_FORMATS),
      value: z.string("Paste the article's text."),
    }),
    // Pages of the desk send a document as JSON in one text: as arguments of an action, its parts would be parsed one by one.
    z.object({ format: z.literal("document"), value: z.unknown() }),
  ],
  "Choose plain text, HTML or Markdown.",
);

/** Values of a document as JSON: one of 100,000 words has about 250,000. */
const MAX_VALUES = 500_000;

/** UTF-16 units of plain text that are parsed and compared in under 50 ms whatever they are. */
const MAX_UNITS_HERE = 50_000;

/** A parsed text. */
export interface ParsedContent {
  doc: DocumentNode;
  /** Canonical text of `doc`. */
  text: string;
  /** What an editor should know about it, in sentences: what was left out or changed. Empty for a document. */
  notes: string[];
  /** The title that a text begins with or states; null if there is none. Only looked for if `typedTitle` is given. */
  title?: string | null;
}

interface ReadOptions {
  signal?: AbortSignal | undefined;
  /** The title that was sent beside the text, or "": a plain text that begins with it, or with any title if there is none, loses that line. */
  typedTitle?: string | undefined;
}

/**
 * Parses received content. A document is untrusted and checked like any other input. Short plain text is parsed in this process; long text,
 * and markup, which can contain anything, are parsed in a child process.
 */
export async function readContent(
  content: z.output<typeof articleContent>,
  options: ReadOptions = {},
): Promise<Result<ParsedContent, Failure>> {
  if (content.format === "text" && content.value.length <= MAX_UNITS_HERE) {
    const parsed = parseArticle(content);
    if (!parsed.ok) return invalidContent(parsed.error.message);
    const differences = await secondOpinion({ kind: "text", value: content.value }, parsed.value.text);
    return ok(
      contentOf(
        options.typedTitle === undefined
          ? parsed.value
          : takeFirstLine(parsed.value, content.value, options.typedTitle).article,
        differences,
        options,
      ),
    );
  }
  if (content.format !== "document") return readMarkup(content, options);
  const value =
    typeof content.value === "string" ? parseBoundedJson(content.value, MAX_VALUES) : ok(content.value);
  if (!value.ok)
    return invalidContent(
      value.error.kind === "malformed"
        ? "The text can’t be read. Reload the page, and try again."
        : "The text has too many paragraphs and formatted passages. Remove empty paragraphs, or split the text.",
    );
  const parsed = parseDocument(value.value, articleSchema, { maxParts: MAX_PARTS.article });
  if (!parsed.ok) return invalidContent(parsed.error.message);
  const { text } = canonicalText(parsed.value);
  if (text.trim() === "") return invalidContent("The article has no text.");
  if (text.length > ARTICLE_LIMITS.text)
    return invalidContent(
      `The article has ${text.length.toLocaleString("en")} characters. Import it in parts.`,
    );
  return ok({ doc: plainJson<DocumentNode>(parsed.value), text, notes: [] });
}

async function readMarkup(
  { format, value }: { format: ArticleFormat; value: string },
  options: ReadOptions,
): Promise<Result<ParsedContent, Failure>> {
  const name = "The pasted text";
  const { signal, typedTitle } = options;
  const file = { name, bytes: new TextEncoder().encode(value), format, pasted: true, typedTitle };
  const parsedFile = await runInChildProcess("parse-file", file, { signal });
  if (!parsedFile.ok)
    return invalidContent(describeIsolationFailure(name, parsedFile.error), parsedFile.error.cause);
  if (!parsedFile.value.ok) return invalidContent(parsedFile.value.error.message);
  const { value: read } = parsedFile.value;
  if (read.kind === "list") throw new Error("a text whose format is named was read as a list");
  return ok(contentOf(read.article, read.article.differences, options));
}

function contentOf(
  article: ParsedArticle,
  differences: ImportDifferences,
  { typedTitle }: ReadOptions,
): ParsedContent {
  const { doc, text } = article;
  const notes = [...article.notes, ...describeDifferences(differences)];
  return { doc, text, notes, ...(typedTitle !== undefined && { title: article.metadata.title ?? null }) };
}

function invalidContent(message: string, cause?: unknown): ReturnType<typeof invalid> {
  return invalid(message, { content: [message] }, cause);
}
