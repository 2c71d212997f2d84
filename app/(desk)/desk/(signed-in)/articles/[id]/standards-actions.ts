"use server";

import type { ScaleChoice, Standards } from "@/components/article-desk/state/standards";
import { asActor } from "@/lib/auth/as-actor";
import type { Article } from "@/lib/db/articles";
import type { Failure } from "@/lib/failure";
import type { RatingScale } from "@/lib/ratings/rating";
import { ok, type Result } from "@/lib/result";
import * as scales from "@/lib/workflows/articles/change-article-scale";
import * as approvals from "@/lib/workflows/review/raise-approvals";
import { getScaleOfArticle, listScalesOfDesk } from "@/lib/workflows/settings/list-scales";

export async function listScaleChoices(input: { scaleId: string }): Promise<Result<ScaleChoice[], Failure>> {
  return asActor(async (actor) => {
    const all = await listScalesOfDesk(actor);
    if (!all.ok) return all;
    const isNewest = (scale: ScaleChoice) =>
      !all.value.some(({ name, version }) => name === scale.name && version > scale.version);
    return ok(
      all.value
        .filter((scale) => isNewest(scale) || scale.id === input.scaleId)
        .map(({ id, name, version }) => ({ id, name, version })),
    );
  });
}

export async function loadScale(input: { articleId: string }): Promise<Result<RatingScale, Failure>> {
  return asActor((actor) => getScaleOfArticle(actor, input));
}

export async function changeScale(
  input: scales.ChangeArticleScaleInput,
): Promise<Result<Standards, Failure>> {
  return asActor(async (actor) => standardsOf(await scales.changeArticleScale(actor, input)));
}

export async function raiseApprovals(
  input: approvals.RaiseApprovalsInput,
): Promise<Result<Standards, Failure>> {
  return asActor(async (actor) => standardsOf(await approvals.raiseApprovals(actor, input)));
}

function standardsOf(result: Result<Article, Failure>): Result<Standards, Failure> {
  if (!result.ok) return result;
  const { scaleId, requiredApprovals, revision } = result.value;
  return ok({ scaleId, requiredApprovals, revision });
}
