import {
  type ArticleVersion,
  countVersions,
  findVersionByNumber,
  getVersion,
  listVersions,
  type VersionListItem,
} from "@/lib/db/article-versions";
import { type Article, findArticle } from "@/lib/db/articles";
import { getPublicationTime } from "@/lib/db/publications";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { asResult, notFound } from "@/lib/workflows/refusals";

export interface ArticleWithText {
  article: Article;
  /** The current version. */
  version: ArticleVersion;
  publication: { id: string; number: number; publishedAt: string } | null;
}

/** An article with its current text and its current publication, without its claims. */
export async function getArticle(
  actor: Actor,
  { articleId }: { articleId: string },
): Promise<Result<ArticleWithText, Failure>> {
  const allowed = asResult(can(actor, "read", "article"));
  if (!allowed.ok) return allowed;
  const article = await findArticle(articleId);
  if (!article) return notFound("article");
  const [version, publication] = await Promise.all([
    getVersion(article.currentVersionId),
    article.currentPublicationId ? getPublicationTime(article.currentPublicationId) : null,
  ]);
  return ok({ article, version, publication });
}

/**
 * A page of the versions of an article's text, newest first.
 * @param after the number of the last version of the page before; null for the first page
 * @returns `next` is the number to continue after, null on the last page
 */
export async function listArticleVersions(
  actor: Actor,
  { articleId, after, limit }: { articleId: string; after: number | null; limit: number },
): Promise<
  Result<
    { versions: (VersionListItem & { current: boolean })[]; next: number | null; total: number },
    Failure
  >
> {
  const allowed = asResult(can(actor, "read", "article"));
  if (!allowed.ok) return allowed;
  const article = await findArticle(articleId);
  if (!article) return notFound("article");
  const [found, total] = await Promise.all([
    listVersions(articleId, { before: after, limit: limit + 1 }),
    countVersions(articleId),
  ]);
  const versions = found
    .slice(0, limit)
    .map((version) => ({ ...version, current: version.id === article.currentVersionId }));
  return ok({ versions, next: found.length > limit ? (versions.at(-1)?.number ?? null) : null, total });
}

/** A version of an article's text, by its number. */
export async function getArticleVersion(
  actor: Actor,
  { articleId, number }: { articleId: string; number: number },
): Promise<Result<ArticleVersion, Failure>> {
  const allowed = asResult(can(actor, "read", "article"));
  if (!allowed.ok) return allowed;
  const version = await findVersionByNumber(articleId, number);
  return version ? ok(version) : notFound("version");
}
