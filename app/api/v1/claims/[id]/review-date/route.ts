import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/article-work/watching";
import { presentReviewDate } from "@/lib/api/presenters/article-work/present-watch";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { getClaim } from "@/lib/workflows/claims/get-claim";
import { notFound } from "@/lib/workflows/refusals";
import { setReviewDate } from "@/lib/workflows/watching/set-review-date";

const set = endpoint(operations.setClaimReviewDate, async ({ actor, params, body }) => {
  const claim = await getClaim(actor, { claimId: params.id ?? "" });
  if (!claim.ok) return claim;
  const { id: claimId, articleId } = claim.value;
  const date = await setReviewDate(actor, { articleId, claimId, ...body });
  if (!date.ok) return date;
  return date.value ? ok({ body: presentReviewDate(date.value) }) : notFound("claim");
});

const remove = endpoint(operations.removeClaimReviewDate, async ({ actor, params }) => {
  const claim = await getClaim(actor, { claimId: params.id ?? "" });
  if (!claim.ok) return claim;
  const { id: claimId, articleId } = claim.value;
  const removed = await setReviewDate(actor, { articleId, claimId, on: null });
  return removed.ok ? ok({ body: undefined }) : removed;
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(set, remove);
