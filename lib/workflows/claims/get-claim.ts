import type { Claim } from "@/lib/claims/claim";
import { listAnchoredClaims, type ReadingOrder } from "@/lib/db/anchors";
import { findArticle } from "@/lib/db/articles";
import { countClaimsOfArticle, findClaim, listClaimsById } from "@/lib/db/claims";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { asResult, notFound } from "@/lib/workflows/refusals";

/** A claim in its current state. */
export async function getClaim(
  actor: Actor,
  { claimId }: { claimId: string },
): Promise<Result<Claim, Failure>> {
  const allowed = asResult(can(actor, "read", "article"));
  if (!allowed.ok) return allowed;
  const claim = await findClaim(claimId);
  return claim && !claim.deleted ? ok(claim) : notFound("claim");
}

/**
 * A page of an article's claims, in reading order.
 * @param after leaves out claims up to this point of the order; null for the first page
 * @returns the claims, the point after them if there are more, and the number of all
 */
export async function listClaims(
  actor: Actor,
  { articleId, after, limit }: { articleId: string; after: ReadingOrder | null; limit: number },
): Promise<Result<{ claims: Claim[]; next: ReadingOrder | null; total: number }, Failure>> {
  const allowed = asResult(can(actor, "read", "article"));
  if (!allowed.ok) return allowed;
  if (!(await findArticle(articleId))) return notFound("article");
  const [found, total] = await Promise.all([
    listAnchoredClaims(articleId, after, limit + 1),
    countClaimsOfArticle(articleId),
  ]);
  const page = found.slice(0, limit);
  const claims = new Map(
    (
      await listClaimsById(
        articleId,
        page.map(({ id }) => id),
      )
    ).map((claim) => [claim.id, claim]),
  );
  return ok({
    claims: page.flatMap(({ id }) => claims.get(id) ?? []),
    next: found.length > limit ? (page.at(-1)?.order ?? null) : null,
    total,
  });
}
