import type { ArticlePurpose } from "@/lib/claims/article-purpose";
import { findArticle } from "@/lib/db/articles";
import type { Failure } from "@/lib/failure";
import { describeDifferences } from "@/lib/fidelity/describe-differences";
import type { ArticleFormat } from "@/lib/ingest/article-formats";
import { titleOf } from "@/lib/ingest/title-of";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import type { ClaimOutcomes } from "@/lib/versions/claim-outcomes";
import { asResult, parseInput } from "@/lib/workflows/refusals";
import { type ParsedContent, readContent } from "./article-content";
import { type ArticleDetailsInput, articleDetailsInput } from "./article-input";
import { storeArticle } from "./create-article";
import type { NewVersion } from "./new-version";
import { foreseeReplacement } from "./preview-replacement";
import {
  type ExistingArticle,
  findExistingArticle,
  type ImportReading,
  parseImport,
  publishedDayOf,
} from "./read-import";
import { storeReplacement } from "./replace-text";

/** An article as a program sends it: its text, its address, or a file. */
export type ImportedContent =
  | { content: { format: ArticleFormat; value: string } }
  | { address: string }
  | { bytes: Uint8Array<ArrayBuffer>; name: string };

export interface ImportForApiInput {
  article: ImportedContent;
  /** Of a new article; a published text by default. */
  purpose?: ArticlePurpose | undefined;
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
  { article, purpose = "published_text", details, ifKnown }: ImportForApiInput,
  signal?: AbortSignal,
): Promise<Result<ImportOutcome, Failure>> {
  const allowed = asResult(can(actor, "create", "article"));
  if (!allowed.ok) return allowed;
  const read = await readArticle(actor, article, { signal, title: details.title ?? "" });
  if (!read.ok) return read;
  if (read.value.kind === "list") return ok(read.value);
  const { content, notes, found } = read.value;
  const sourceUrl = details.sourceUrl ?? found.sourceUrl ?? null;
  const known = await findExistingArticle(sourceUrl, content.text);
  if (known && ifKnown === "refuse") return ok({ kind: "known", known });
  if (known && ifKnown === "new-version") {
    const { id: articleId, versionId } = known;
    const made = await storeReplacement(actor, { articleId, versionId }, content);
    return made.ok ? ok({ kind: "new-version", articleId, notes, outcomes: made.value.outcomes }) : made;
  }
  const parsedDetails = parseInput(articleDetailsInput, {
    title: details.title ?? found.title ?? "",
    publisher: details.publisher ?? found.publisher ?? null,
    byline: details.byline ?? found.byline ?? null,
    publishedOn: details.publishedOn ?? found.publishedOn ?? null,
    language: details.language ?? found.language ?? null,
    sourceUrl,
  });
  if (!parsedDetails.ok) return parsedDetails;
  const stored = await storeArticle(actor, { ...parsedDetails.value, purpose }, content);
  return stored.ok ? ok({ kind: "imported", articleId: stored.value.id, notes }) : stored;
}

interface ReplaceForApiInput {
  articleId: string;
  /** The version that the text replaces. */
  versionId: string;
  article: ImportedContent;
}

/** Reads an article and stores its text as the next version of an existing article, in one step. */
export async function replaceForApi(
  actor: Actor,
  { article, ...base }: ReplaceForApiInput,
  signal?: AbortSignal,
): Promise<
  Result<
    | { kind: "replaced"; notes: string[]; outcomes: NewVersion["outcomes"] }
    | Extract<ImportReading, { kind: "list" }>,
    Failure
  >
> {
  const read = await readForReplacement(actor, base.articleId, article, signal);
  if (!read.ok) return read;
  if (read.value.kind === "list") return ok(read.value);
  const { content, notes } = read.value;
  const stored = await storeReplacement(actor, base, content);
  return stored.ok ? ok({ kind: "replaced", notes, outcomes: stored.value.outcomes }) : stored;
}

/** What `replaceForApi` would do to the claims. Nothing is stored. */
export async function previewForApi(
  actor: Actor,
  { article, ...base }: ReplaceForApiInput,
  signal?: AbortSignal,
): Promise<
  Result<
    { kind: "previewed"; notes: string[]; preview: ClaimOutcomes } | Extract<ImportReading, { kind: "list" }>,
    Failure
  >
> {
  const read = await readForReplacement(actor, base.articleId, article, signal);
  if (!read.ok) return read;
  if (read.value.kind === "list") return ok(read.value);
  const { content, notes } = read.value;
  const preview = await foreseeReplacement(actor, base, content);
  return preview.ok ? ok({ kind: "previewed", notes, preview: preview.value }) : preview;
}

async function readForReplacement(
  actor: Actor,
  articleId: string,
  article: ImportedContent,
  signal: AbortSignal | undefined,
): Promise<Result<Read, Failure>> {
  const allowed = asResult(can(actor, "replace-text", "article"));
  if (!allowed.ok) return allowed;
  // A text that begins with the title of its article goes on without it, as the text that it replaces did.
  const title = (await findArticle(articleId))?.title ?? "";
  return readArticle(actor, article, { signal, title });
}

type Read =
  | { kind: "article"; content: ParsedContent; notes: string[]; found: Partial<ArticleDetailsInput> }
  | Extract<ImportReading, { kind: "list" }>;

/**
 * Parses the content once, with the details that its page states.
 * @param options.title the title that is known without it, or ""
 */
async function readArticle(
  actor: Actor,
  article: ImportedContent,
  { signal, title }: { signal: AbortSignal | undefined; title: string },
): Promise<Result<Read, Failure>> {
  if ("content" in article) {
    const read = await readContent(article.content, { signal, typedTitle: title });
    if (!read.ok) return read;
    const { notes, title: first } = read.value;
    return ok({ kind: "article", content: read.value, notes, found: { title: first ?? "" } });
  }
  const parsed = await parseImport(actor, { ...article, title }, { signal });
  if (!parsed.ok) return parsed;
  if (parsed.value.kind === "list") return ok(parsed.value);
  const { article: page, sourceUrl } = parsed.value;
  const { doc, text, metadata } = page;
  const notes = [...page.notes, ...describeDifferences(page.differences)];
  const { byline, publisher, language } = metadata;
  const found = {
    title: titleOf(page) ?? "",
    publishedOn: publishedDayOf(page),
    byline,
    publisher,
    language,
    sourceUrl,
  };
  return ok({ kind: "article", content: { doc, text, notes }, notes, found });
}
