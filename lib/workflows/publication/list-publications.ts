import { findArticle } from "@/lib/db/articles";
import { countPublications, listPublicationTimes, type PublicationTime } from "@/lib/db/publications";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { asResult, notFound } from "@/lib/workflows/refusals";

/** A publication of an article. `current`: whether it is what readers see now. */
export type ListedPublication = PublicationTime & { current: boolean };

/**
 * A page of the publications of an article, newest first.
 * @param after the number of the last publication of the page before; null for the first page
 * @returns `next` is the number to continue after, null on the last page
 */
export async function listPublications(
  actor: Actor,
  { articleId, after, limit }: { articleId: string; after: number | null; limit: number },
): Promise<
  Result<{ slug: string; publications: ListedPublication[]; next: number | null; total: number }, Failure>
> {
  const allowed = asResult(can(actor, "read", "article"));
  if (!allowed.ok) return allowed;
  const article = await findArticle(articleId);
  if (!article) return notFound("article");
  const [found, total] = await Promise.all([
    listPublicationTimes(articleId, undefined, { before: after, limit: limit + 1 }),
    countPublications(articleId),
  ]);
  const publications = found
    .slice(0, limit)
    .map((publication) => ({ ...publication, current: publication.id === article.currentPublicationId }));
  const next = found.length > limit ? (publications.at(-1)?.number ?? null) : null;
  return ok({ slug: article.slug, publications, next, total });
}
