import type { Failure } from "@/lib/failure";
import type { ArticleFormat } from "@/lib/ingest/parse-article";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { asResult } from "@/lib/workflows/refusals";
import { readContent } from "./article-content";
import type { ArticleDetailsInput } from "./article-input";
import { createArticle } from "./create-article";
import type { NewVersion } from "./new-version";
import {
  type ExistingArticle,
  findExistingArticle,
  type ImportReading,
  type ReadArticle,
  readImport,
} from "./read-import";
import { replaceText } from "./replace-text";

type ImportedContent =
  | { content: { format: ArticleFormat; value: string } }
  | { address: string }
  | { bytes: Uint8Array<ArrayBuffer>; name: string };

export interface ImportForApiInput {
  article: ImportedContent;
  /** Missing details come from the page's metadata. */
  details: Partial<ArticleDetailsInput>;
  /** What to do with an article that the desk already has. */
  ifKnown: "refuse" | "new-version" | "import";
}

export type ImportOutcome =
  | { kind: "imported"; articleId: string; notes: string[] }
  | { kind: "new-version"; articleId: string; notes: string[]; outcomes: NewVersion["outcomes"] }
  /** Nothing was stored: the desk has it already. */
  | { kind: "known"; known: ExistingArticle }
  /** Nothing was stored: it is a list of articles. */
  | Extract<ImportReading, { kind: "list" }>;

/** Reads an article and stores it in one step, for programs: no one reviews it in between. */
export async function importForApi(
  actor: Actor,
  { article, details, ifKnown }: ImportForApiInput,
  signal?: AbortSignal,
): Promise<Result<ImportOutcome, Failure>> {
  const allowed = asResult(can(actor, "create", "article"));
  if (!allowed.ok) return allowed;
  const read = await readArticle(actor, article, signal);
  if (!read.ok) return read;
  if (read.value.kind === "list") return ok(read.value);
  const { doc, notes, ...found } = read.value.article;
  const content = { format: "document", value: doc } as const;
  const checked = await readContent(content);
  if (!checked.ok) return checked;
  const sourceUrl = details.sourceUrl ?? found.sourceUrl ?? null;
  const known = await findExistingArticle(sourceUrl, checked.value.text);
  if (known && ifKnown === "refuse") return ok({ kind: "known", known });
  if (known && ifKnown === "new-version") {
    const { id: articleId, versionId } = known;
    const made = await replaceText(actor, { articleId, versionId, content });
    return made.ok ? ok({ kind: "new-version", articleId, notes, outcomes: made.value.outcomes }) : made;
  }
  const imported = await createArticle(actor, {
    title: details.title ?? found.title ?? "",
    publisher: details.publisher ?? found.publisher ?? null,
    byline: details.byline ?? found.byline ?? null,
    publishedOn: details.publishedOn ?? found.publishedOn ?? null,
    language: details.language ?? found.language ?? null,
    sourceUrl,
    content,
  });
  return imported.ok ? ok({ kind: "imported", articleId: imported.value.id, notes }) : imported;
}

type Read =
  | { kind: "article"; article: Pick<ReadArticle, "doc" | "notes"> & Partial<ReadArticle> }
  | Extract<ImportReading, { kind: "list" }>;

async function readArticle(
  actor: Actor,
  article: ImportedContent,
  signal: AbortSignal | undefined,
): Promise<Result<Read, Failure>> {
  if (!("content" in article)) return readImport(actor, article, signal ? { signal } : {});
  const read = await readContent(article.content, signal);
  return read.ok ? ok({ kind: "article", article: { doc: read.value.doc, notes: [] } }) : read;
}
