import type { Claim } from "@/lib/claims/claim";
import { findArticle } from "@/lib/db/articles";
import { findClaim, listClaimsOfArticle } from "@/lib/db/claims";
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

/** All claims of an article, in reading order. */
export async function listClaims(
  actor: Actor,
  { articleId }: { articleId: string },
): Promise<Result<Claim[], Failure>> {
  const allowed = asResult(can(actor, "read", "article"));
  if (!allowed.ok) return allowed;
  return (await findArticle(articleId)) ? ok(await listClaimsOfArticle(articleId)) : notFound("article");
}
