import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/article-work/watching";
import { presentReviewDate } from "@/lib/api/presenters/article-work/present-watch";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { notFound } from "@/lib/workflows/refusals";
import { setReviewDate } from "@/lib/workflows/watching/set-review-date";

const set = endpoint(operations.setArticleReviewDate, async ({ actor, params, body }) => {
  const date = await setReviewDate(actor, { articleId: params.id ?? "", claimId: null, ...body });
  if (!date.ok) return date;
  return date.value ? ok({ body: presentReviewDate(date.value) }) : notFound("article");
});

const remove = endpoint(operations.removeArticleReviewDate, async ({ actor, params }) => {
  const removed = await setReviewDate(actor, { articleId: params.id ?? "", claimId: null, on: null });
  return removed.ok ? ok({ body: undefined }) : removed;
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(set, remove);
