import type { Claim } from "@/lib/claims/claim";
import { listAnchoredClaims } from "@/lib/db/anchors";
import { getVersionText } from "@/lib/db/article-versions";
import { type Article, findArticle } from "@/lib/db/articles";
import { countClaimsOfArticle, findClaim, listClaimsById } from "@/lib/db/claims";
import { getScale } from "@/lib/db/scales";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import type { Rating } from "@/lib/ratings/rating";
import { ok, type Result } from "@/lib/result";
import { asResult, notFound } from "@/lib/workflows/refusals";

/** What an annotation of a claim is made from, besides the claim. */
export interface AnnotatedArticle {
  article: Article;
  /** The current text. */
  text: string;
  ratings: readonly Rating[];
}

async function readArticle(actor: Actor, articleId: string): Promise<Result<AnnotatedArticle, Failure>> {
  const allowed = asResult(can(actor, "read", "article"));
  if (!allowed.ok) return allowed;
  const article = await findArticle(articleId);
  if (!article) return notFound("article");
  const [text, { ratings }] = await Promise.all([
    getVersionText(article.currentVersionId),
    getScale(article.scaleId),
  ]);
  return ok({ article, text, ratings });
}

/**
 * A page of an article's claims in reading order, with what their annotations are made from.
 * @param page from 0
 * @returns null instead of claims if there is no such page; the first page is always there
 */
export async function listAnnotatedClaims(
  actor: Actor,
  { articleId, page, size }: { articleId: string; page: number; size: number },
): Promise<Result<AnnotatedArticle & { claims: Claim[] | null; total: number }, Failure>> {
  const read = await readArticle(actor, articleId);
  if (!read.ok) return read;
  const total = await countClaimsOfArticle(articleId);
  const start = page * size;
  if (start > 0 && start >= total) return ok({ ...read.value, claims: null, total });
  const ids = (await listAnchoredClaims(articleId, null, start + size)).slice(start).map(({ id }) => id);
  const found = new Map((await listClaimsById(articleId, ids)).map((claim) => [claim.id, claim]));
  return ok({ ...read.value, claims: ids.flatMap((id) => found.get(id) ?? []), total });
}

/** One claim of an article, with what its annotation is made from. */
export async function getAnnotatedClaim(
  actor: Actor,
  { articleId, claimId }: { articleId: string; claimId: string },
): Promise<Result<AnnotatedArticle & { claim: Claim }, Failure>> {
  const read = await readArticle(actor, articleId);
  if (!read.ok) return read;
  const claim = await findClaim(claimId);
  return claim && !claim.deleted && claim.articleId === read.value.article.id
    ? ok({ ...read.value, claim })
    : notFound("claim");
}
