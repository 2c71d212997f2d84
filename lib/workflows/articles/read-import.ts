import { z } from "zod";
import { findArticleBySource, listArticlesLike } from "@/lib/db/articles";
import { resemblance, sketchOf } from "@/lib/discovery/text-sketch";
import type { DocumentNode } from "@/lib/document/document";
import { env } from "@/lib/env";
import type { Failure } from "@/lib/failure";
import { guardedFetch } from "@/lib/fetching/guarded-fetch";
import { ARTICLE_FORMATS } from "@/lib/ingest/article-formats";
import { FILE_LIMIT } from "@/lib/ingest/file-limit";
import { ARTICLE_LIMITS, type ParsedArticle } from "@/lib/ingest/parse-article";
import type { ImportedFile } from "@/lib/ingest/parse-file";
import type { ArticleList } from "@/lib/ingest/read-list";
import { titleOf } from "@/lib/ingest/title-of";
import { describeIsolationFailure, runInChildProcess } from "@/lib/isolation/run-in-child-process";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { err, ok, type Result } from "@/lib/result";
import { asResult, invalid, parseInput } from "@/lib/workflows/refusals";

/** What an editor gave: an article as it was read, to be looked over before it is stored, or a list to pick from. */
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
  /** What an editor should know of how it came in. */
  notes: string[];
  known: ExistingArticle | null;
}

/** An article of the desk that this is, and how that is known. */
export interface ExistingArticle {
  id: string;
  slug: string;
  title: string;
  /** Its current version. */
  versionId: string;
  by: "address" | "text";
  /** How much the texts resemble each other, 0 to 1. */
  likeness: number;
}

/** Texts that resemble each other at least so much are the same article. */
const SAME_ARTICLE = 0.5;

/** How far the reading of something is. */
export type Progress = "fetching" | "reading" | "looking-up";

export const importInput = z.union([
  z.object({ address: z.string().trim().max(2048, "The address is too long.") }),
  z.object({ bytes: z.instanceof(Uint8Array), name: z.string().max(300) }),
  z.object({
    pasted: z.string().max(ARTICLE_LIMITS.input, {
      error: ({ input }) =>
        `What you pasted has ${String(input).length.toLocaleString("en")} characters; ${ARTICLE_LIMITS.input.toLocaleString("en")} fit. Import it in parts.`,
    }),
    format: z.enum(ARTICLE_FORMATS).optional(),
  }),
]);

export type ImportInput = z.input<typeof importInput>;

/**
 * Reads what an editor gave: the page at an address, a file, or something pasted. Nothing is stored. Files are read in a process of their
 * own, see lib/isolation.
 * @param signal ends the reading early
 * @param onProgress is told what is being done
 */
export async function readImport(
  actor: Actor,
  given: ImportInput,
  { signal, onProgress = () => {} }: { signal?: AbortSignal; onProgress?: (step: Progress) => void } = {},
): Promise<Result<ImportReading, Failure>> {
  const allowed = asResult(can(actor, "create", "article"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(importInput, given);
  if (!parsed.ok) return parsed;
  const file = await fileOf(parsed.value, signal, onProgress);
  if (!file.ok) return file;

  onProgress("reading");
  const apart = await runInChildProcess("parse-file", file.value, { signal });
  if (!apart.ok) return invalid(describeIsolationFailure(file.value.name, apart.error));
  if (!apart.value.ok) return invalid(apart.value.error.message);
  const { value } = apart.value;
  if (value.kind === "list") return ok(value);

  onProgress("looking-up");
  const { metadata, notes, text, doc } = value.article;
  const sourceUrl = metadata.canonicalUrl ?? file.value.address ?? null;
  return ok({
    kind: "article",
    article: {
      title: titleOf(value.article),
      byline: metadata.byline ?? null,
      publisher: metadata.publisher ?? null,
      publishedOn: dayOf(value.article),
      language: metadata.language ?? null,
      sourceUrl,
      doc,
      words: text.match(/\S+/g)?.length ?? 0,
      notes,
      known: await findExistingArticle(sourceUrl, text),
    },
  });
}

/** The day an article appeared, as far as its page gives one. */
export function dayOf({ metadata }: Pick<ParsedArticle, "metadata">): string | null {
  return /^\d{4}-\d{2}-\d{2}/.exec(metadata.publishedAt ?? "")?.[0] ?? null;
}

/** The article of the desk that has an address, or else a text that is nearly the same. */
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
  given: z.output<typeof importInput>,
  signal: AbortSignal | undefined,
  onProgress: (step: Progress) => void,
): Promise<Result<ImportedFile, Failure>> {
  if ("pasted" in given) {
    const { pasted, format } = given;
    return ok({
      bytes: new TextEncoder().encode(pasted),
      name: "What you pasted",
      pasted: true,
      ...(format && { format }),
    });
  }
  if ("bytes" in given) {
    if (given.bytes.length <= FILE_LIMIT) return ok(given);
    return invalid(tooLarge(given.name));
  }
  onProgress("fetching");
  const fetched = await guardedFetch(given.address, {
    allowHosts: env().fetchAllowHosts,
    ...(signal && { signal }),
  });
  if (signal?.aborted) return invalid("Reading was cancelled.");
  if (!fetched.ok)
    return fetched.error.late
      ? err({ kind: "unavailable", message: fetched.error.message })
      : invalid(fetched.error.message);
  const { address, bytes } = fetched.value;
  return ok({ bytes, name: new URL(address).pathname, address });
}

/** What to say of a file that is larger than any article. */
export function tooLarge(name: string): string {
  return `${name} has more than ${FILE_LIMIT / 1024 / 1024} MB: that is no article. Take out the pages of the article, or copy its text and paste it.`;
}
