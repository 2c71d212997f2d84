import { z } from "zod";
import { canonicalText } from "@/lib/document/canonical-text";
import type { DocumentNode } from "@/lib/document/document";
import { parseDocument } from "@/lib/document/parse-document";
import { plainJson } from "@/lib/document/plain-json";
import { articleSchema } from "@/lib/document/schema";
import type { Failure } from "@/lib/failure";
import { ARTICLE_FORMATS, type ArticleFormat } from "@/lib/ingest/article-formats";
import { ARTICLE_LIMITS, parseArticle } from "@/lib/ingest/parse-article";
import { describeIsolationFailure, runInChildProcess } from "@/lib/isolation/run-in-child-process";
import { ok, type Result } from "@/lib/result";
import { invalid } from "@/lib/workflows/refusals";

/** The text of an article as a caller gives it: in a format that is read, or as a document that was read before. */
export const articleContent = z.discriminatedUnion(
  "format",
  [
    z.object({
      format: z.enum(ARTICLE_FORMATS),
      value: z.string("Paste the article's text."),
    }),
    z.object({ format: z.literal("document"), value: z.unknown() }),
  ],
  "Say whether the text is plain text, HTML or Markdown.",
);

/**
 * Reads what a caller gave. A document is checked like any other that anybody may have sent. Plain text is read here and now; what has markup
 * may hold anything, and is read in a process of its own.
 */
export async function readContent(
  content: z.output<typeof articleContent>,
  signal?: AbortSignal,
): Promise<Result<{ doc: DocumentNode; text: string }, Failure>> {
  if (content.format === "text") {
    const parsed = parseArticle(content);
    return parsed.ok ? parsed : refuse(parsed.error.message);
  }
  if (content.format !== "document") return readMarkup(content, signal);
  const parsed = parseDocument(content.value, articleSchema);
  if (!parsed.ok) return refuse(parsed.error.message);
  const { text } = canonicalText(parsed.value);
  if (text.trim() === "") return refuse("The article has no text.");
  if (text.length > ARTICLE_LIMITS.text)
    return refuse(`The article has ${text.length.toLocaleString("en")} characters. Import it in parts.`);
  return ok({ doc: plainJson<DocumentNode>(parsed.value), text });
}

async function readMarkup(
  { format, value }: { format: ArticleFormat; value: string },
  signal: AbortSignal | undefined,
): Promise<Result<{ doc: DocumentNode; text: string }, Failure>> {
  const name = "What you pasted";
  const bytes = new TextEncoder().encode(value);
  const apart = await runInChildProcess("parse-file", { name, bytes, format, pasted: true }, { signal });
  if (!apart.ok) return refuse(describeIsolationFailure(name, apart.error));
  if (!apart.value.ok) return refuse(apart.value.error.message);
  const { value: read } = apart.value;
  if (read.kind === "list") throw new Error("a text whose format is named was read as a list");
  return ok(read.article);
}

function refuse(message: string): ReturnType<typeof invalid> {
  return invalid(message, { content: [message] });
}
