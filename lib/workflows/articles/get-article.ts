import { type ArticleVersion, getVersion } from "@/lib/db/article-versions";
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
