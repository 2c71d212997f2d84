import { z } from "zod";
import { findArticleBySource, listArticlesLike } from "@/lib/db/articles";
import { resemblance, sketchOf } from "@/lib/discovery/text-sketch";
import type { DocumentNode } from "@/lib/document/document";
import { env } from "@/lib/env";
import type { Failure } from "@/lib/failure";
import { guardedFetch } from "@/lib/fetching/guarded-fetch";
import type { ImportDifferences } from "@/lib/fidelity/import-difference";
import { ARTICLE_FORMATS } from "@/lib/ingest/article-formats";
import { FILE_LIMIT } from "@/lib/ingest/file-limit";
import { ARTICLE_LIMITS, type ParsedArticle } from "@/lib/ingest/parse-article";
import type { FileArticle, ImportedFile } from "@/lib/ingest/parse-file";
import type { ArticleList } from "@/lib/ingest/read-list";
import { titleOf } from "@/lib/ingest/title-of";
import { describeIsolationFailure, runInChildProcess } from "@/lib/isolation/run-in-child-process";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { err, ok, type Result } from "@/lib/result";
import { asResult, invalid, parseInput } from "@/lib/workflows/refusals";

/** What was read from an import: an article to review before it is stored, or a list to choose from. */
export type ImportReading = { kind: "article"; article: ReadArticle } | { kind: "list"; list: ArticleList };

export interface ReadArticle {
  title: string | null;
  byline: string | null;
  publisher: string | null;
  /** ISO 8601 day. */
  publishedOn: string | null;
  language: string | null;
  sourceUrl: string | null;
  doc: DocumentNode;
  words: number;
  /** What an editor should know about the import. */
  notes: string[];
  differences: ImportDifferences;
  /** Whether the first line of a plain text became the title. */
  isFirstLineTaken: boolean;
  known: ExistingArticle | null;
}

/** An article of the desk that matches an import, and how it was recognised. */
export interface ExistingArticle {
  id: string;
  slug: string;
  title: string;
  /** Its current version. */
  versionId: string;
  by: "address" | "text";
  /** Similarity of the two texts, 0 to 1. */
  likeness: number;
}

/** Texts with at least this similarity are the same article. */
const SAME_ARTICLE = 0.5;

/** The current step of an import. */
export type Progress = "fetching" | "reading" | "looking-up";

/** As it is typed so far; a longer one is refused when the article is stored. */
const typedTitle = z
  .string()
  .transform((title) => title.slice(0, 1000))
  .optional();

export const importInput = z.union([
  z.object({ address: z.string().trim().max(2048, "The address is too long."), title: typedTitle }),
  z.object({ bytes: z.instanceof(Uint8Array), name: z.string().max(300), title: typedTitle }),
  z.object({
    pasted: z.string().max(ARTICLE_LIMITS.input, {
      error: ({ input }) =>
        `The pasted text has ${String(input).length.toLocaleString("en")} characters; the limit is ${ARTICLE_LIMITS.input.toLocaleString("en")}. Import it in parts.`,
    }),
    format: z.enum(ARTICLE_FORMATS).optional(),
    title: typedTitle,
  }),
]);

export type ImportInput = z.input<typeof importInput>;

/** A parsed import: an article with the address it came from, or a list. */
export type ParsedImport =
  | { kind: "article"; article: FileArticle; sourceUrl: string | null }
  | Extract<ImportReading, { kind: "list" }>;

interface ImportOptions {
  /** Cancels the import. */
  signal?: AbortSignal | undefined;
  /** Called at the start of each step. */
  onProgress?: (step: Progress) => void;
}

/**
 * Reads the page at an address, a file, or pasted text, and looks for an article of the desk that is the same. Nothing is stored. Files are
 * parsed in a child process, see lib/isolation.
 */
export async function readImport(
  actor: Actor,
  input: ImportInput,
  options: ImportOptions = {},
): Promise<Result<ImportReading, Failure>> {
  const parsed = await parseImport(actor, input, options);
  if (!parsed.ok) return parsed;
  if (parsed.value.kind === "list") return ok(parsed.value);
  options.onProgress?.("looking-up");
  const { article, sourceUrl } = parsed.value;
  const { metadata, notes, differences, text, doc } = article;
  return ok({
    kind: "article",
    article: {
      title: titleOf(article),
      byline: metadata.byline ?? null,
      publisher: metadata.publisher ?? null,
      publishedOn: publishedDayOf(article),
      language: metadata.language ?? null,
      sourceUrl,
      doc,
      words: text.match(/\S+/g)?.length ?? 0,
      notes,
      differences,
      isFirstLineTaken: article.isFirstLineTaken ?? false,
      known: await findExistingArticle(sourceUrl, text),
    },
  });
}

/** Parses an import, as `readImport` does, without looking for an existing article. */
export async function parseImport(
  actor: Actor,
  input: ImportInput,
  { signal, onProgress = () => {} }: ImportOptions = {},
): Promise<Result<ParsedImport, Failure>> {
  const allowed = asResult(can(actor, "create", "article"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(importInput, input);
  if (!parsed.ok) return parsed;
  const file = await fileOf(parsed.value, signal, onProgress);
  if (!file.ok) return file;

  onProgress("reading");
  const parsedFile = await runInChildProcess("parse-file", file.value, { signal });
  if (!parsedFile.ok)
    return invalid(
      describeIsolationFailure(file.value.name, parsedFile.error),
      undefined,
      parsedFile.error.cause,
    );
  if (!parsedFile.value.ok) return invalid(parsedFile.value.error.message);
  const { value } = parsedFile.value;
  if (value.kind === "list") return ok(value);
  const { article } = value;
  return ok({
    kind: "article",
    article,
    sourceUrl: article.metadata.canonicalUrl ?? file.value.address ?? null,
  });
}

/** The day an article was published, if its page states one. */
export function publishedDayOf({ metadata }: Pick<ParsedArticle, "metadata">): string | null {
  return /^\d{4}-\d{2}-\d{2}/.exec(metadata.publishedAt ?? "")?.[0] ?? null;
}

/** The article of the desk with the same address, or else with nearly the same text. */
export async function findExistingArticle(
  sourceUrl: string | null,
  text: string,
): Promise<ExistingArticle | null> {
  const sketch = sketchOf(text);
  const bySource = sourceUrl === null ? null : await findArticleBySource(sourceUrl);
  const alike = (await listArticlesLike(sketch, 20))
    .map((each) => ({ ...each, likeness: resemblance(sketch, each.sketch) }))
    .sort((a, b) => b.likeness - a.likeness);
  if (bySource) {
    const { id, slug, title, currentVersionId: versionId } = bySource;
    return {
      id,
      slug,
      title,
      versionId,
      by: "address",
      likeness: alike.find((each) => each.id === id)?.likeness ?? 0,
    };
  }
  const [nearest] = alike;
  if (!nearest || nearest.likeness < SAME_ARTICLE) return null;
  const { id, slug, title, versionId, likeness } = nearest;
  return { id, slug, title, versionId, by: "text", likeness };
}

async function fileOf(
  input: z.output<typeof importInput>,
  signal: AbortSignal | undefined,
  onProgress: (step: Progress) => void,
): Promise<Result<ImportedFile, Failure>> {
  const titled = input.title !== undefined && { typedTitle: input.title };
  if ("pasted" in input) {
    const { pasted, format } = input;
    return ok({
      bytes: new TextEncoder().encode(pasted),
      name: "The pasted text",
      pasted: true,
      ...(format && { format }),
      ...titled,
    });
  }
  if ("bytes" in input) {
    const { bytes, name } = input;
    return bytes.length <= FILE_LIMIT ? ok({ bytes, name, ...titled }) : invalid(tooLarge(name));
  }
  onProgress("fetching");
  const fetched = await guardedFetch(input.address, {
    allowHosts: env().fetchAllowHosts,
    ...(signal && { signal }),
  });
  if (signal?.aborted) return invalid("Reading was cancelled.");
  if (!fetched.ok) {
    const { timedOut, message, cause } = fetched.error;
    return timedOut ? err({ kind: "unavailable", message, cause }) : invalid(message, undefined, cause);
  }
  return ok({ ...fetched.value, name: new URL(fetched.value.address).pathname, ...titled });
}

/** The message for a file that is larger than any article. */
export function tooLarge(name: string): string {
  return `${name} is larger than ${FILE_LIMIT / 1024 / 1024} MB, too large for an article. Extract the article's pages, or copy its text and paste it.`;
}
