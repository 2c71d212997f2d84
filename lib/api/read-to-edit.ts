import type { Claim } from "@/lib/claims/claim";
import type { Actor } from "@/lib/policies/actor";
import type { Result } from "@/lib/result";
import { type ArticleWithText, getArticle } from "@/lib/workflows/articles/get-article";
import { getClaim } from "@/lib/workflows/claims/get-claim";
import type { Refusal } from "./endpoint";
import { checkPrecondition, type Precondition } from "./precondition";
import { presentArticle } from "./presenters/present-article";
import { presentClaim } from "./presenters/present-claim";

interface Edit {
  actor: Actor;
  params: Record<string, string>;
  precondition: Precondition;
}

/** The claim that a call edits, if it is as the caller saw it. */
export async function readClaimToEdit({
  actor,
  params,
  precondition,
}: Edit): Promise<Result<Claim, Refusal>> {
  const before = await getClaim(actor, { claimId: params.id ?? "" });
  if (!before.ok) return before;
  const met = checkPrecondition(precondition, before.value, presentClaim(before.value));
  return met.ok ? before : met;
}

/** The article that a call edits, if it is as the caller saw it. */
export async function readArticleToEdit({
  actor,
  params,
  precondition,
}: Edit): Promise<Result<ArticleWithText, Refusal>> {
  const before = await getArticle(actor, { articleId: params.id ?? "" });
  if (!before.ok) return before;
  const met = checkPrecondition(precondition, before.value.article, presentArticle(before.value));
  return met.ok ? before : met;
}
