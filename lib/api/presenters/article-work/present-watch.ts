import type { z } from "zod";
import type { Relative } from "@/lib/db/claim-families";
import type { ReviewDate } from "@/lib/db/review-dates";
import type { Watch } from "@/lib/workflows/watching/list-watching";
import type { relativesSchema, reviewDateSchema, watchSchema } from "../../schemas/article-work/watching";
import { presentFlag } from "./present-flag";

export function presentReviewDate({ on, reason, setBy }: ReviewDate): z.output<typeof reviewDateSchema> {
  return { on, reason, setBy: { id: setBy.id, name: setBy.name } };
}

export function presentRelatives(relatives: readonly Relative[]): z.output<typeof relativesSchema> {
  return {
    items: relatives.map(({ claimId, articleId, articleTitle, number, statement, state, rating }) => ({
      claimId,
      articleId,
      articleTitle,
      number,
      statement,
      state,
      rating,
    })),
  };
}

export function presentWatch({
  reviewDate,
  flags,
  relatives,
  adoption,
}: Watch): z.output<typeof watchSchema> {
  return {
    reviewDate: reviewDate && presentReviewDate(reviewDate),
    flags: flags.map(presentFlag),
    family: presentRelatives(relatives).items,
    adoptedFrom: adoption && {
      claimId: adoption.claimId,
      articleId: adoption.articleId,
      articleTitle: adoption.articleTitle,
      number: adoption.number,
      by: { id: adoption.by.id, name: adoption.by.name },
    },
  };
}
