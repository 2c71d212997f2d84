import { type Article, findArticle } from "@/lib/db/articles";
import { listPublicationTimes, type PublicationTime } from "@/lib/db/publications";
import { listNamedSources, readPublications } from "@/lib/db/read-publication";
import { listRedactions as listStored } from "@/lib/db/redactions";
import { findSourceNames } from "@/lib/db/source-names";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { groupSources, type SourceGroup } from "@/lib/redactions/group-sources";
import { listAddresses, listExcerpts } from "@/lib/redactions/redactable-parts";
import type { Redaction } from "@/lib/redactions/redaction";
import { ok, type Result } from "@/lib/result";
import { asResult, notFound } from "@/lib/workflows/refusals";

/** The redactions of an article, newest first. They hold what was redacted, so only those who can redact see them. */
export async function listRedactions(
  actor: Actor,
  { articleId }: { articleId: string },
): Promise<Result<Redaction[], Failure>> {
  const allowed = asResult(can(actor, "redact", "article"));
  if (!allowed.ok) return allowed;
  const article = await findArticle(articleId);
  return article ? ok(await listStored(article.id)) : notFound("article");
}

/** What the page of an article's publications shows. */
export interface ArticlePublications {
  article: Pick<Article, "id" | "title" | "slug" | "status">;
  /** Newest first. */
  publications: PublicationTime[];
  redactions: Redaction[];
  /** What can be redacted. */
  sources: SourceGroup[];
  excerpts: string[];
  addresses: string[];
}

/**
 * The publications and redactions of an article, and what can be redacted.
 * @param input.sourceId a source of the library; its likely matches are marked
 */
export async function getArticlePublications(
  actor: Actor,
  { articleId, sourceId }: { articleId: string; sourceId?: string | undefined },
): Promise<Result<ArticlePublications, Failure>> {
  const allowed = asResult(can(actor, "redact", "article"));
  if (!allowed.ok) return allowed;
  const article = await findArticle(articleId);
  if (!article) return notFound("article");
  const [publications, redactions, named, shown, names] = await Promise.all([
    listPublicationTimes(article.id),
    listStored(article.id),
    listNamedSources(article.id),
    readPublications({ where: { articleId: article.id }, orderBy: { number: "desc" } }),
    sourceId === undefined ? null : findSourceNames(sourceId),
  ]);
  const reports = shown.map(({ report }) => report);
  const { id, title, slug, status } = article;
  return ok({
    article: { id, title, slug, status },
    publications,
    redactions,
    sources: groupSources(named, names),
    excerpts: listExcerpts(reports),
    addresses: listAddresses(reports),
  });
}
