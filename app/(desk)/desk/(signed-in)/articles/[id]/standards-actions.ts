"use server";

import type { ScaleChoice, Standards } from "@/components/article-desk/state/standards";
import { actorForAction } from "@/lib/auth/find-actor";
import type { Article } from "@/lib/db/articles";
import type { Failure } from "@/lib/failure";
import type { RatingScale } from "@/lib/ratings/rating";
import { ok, type Result } from "@/lib/result";
import * as scales from "@/lib/workflows/articles/change-article-scale";
import * as approvals from "@/lib/workflows/review/raise-approvals";
import { getScaleOfArticle, listScalesOfDesk } from "@/lib/workflows/settings/scales";

export async function listScaleChoices(input: { scaleId: string }): Promise<Result<ScaleChoice[], Failure>> {
  const actor = await actorForAction();
  if (!actor.ok) return actor;
  const all = await listScalesOfDesk(actor.value);
  if (!all.ok) return all;
  const isNewest = (scale: ScaleChoice) =>
    !all.value.some(({ name, version }) => name === scale.name && version > scale.version);
  return ok(
    all.value
      .filter((scale) => isNewest(scale) || scale.id === input.scaleId)
      .map(({ id, name, version }) => ({ id, name, version })),
  );
}

export async function loadScale(input: { articleId: string }): Promise<Result<RatingScale, Failure>> {
  const actor = await actorForAction();
  return actor.ok ? getScaleOfArticle(actor.value, input) : actor;
}

export async function changeScale(
  input: scales.ChangeArticleScaleInput,
): Promise<Result<Standards, Failure>> {
  const actor = await actorForAction();
  return actor.ok ? standardsOf(await scales.changeArticleScale(actor.value, input)) : actor;
}

export async function raiseApprovals(
  input: approvals.RaiseApprovalsInput,
): Promise<Result<Standards, Failure>> {
  const actor = await actorForAction();
  return actor.ok ? standardsOf(await approvals.raiseApprovals(actor.value, input)) : actor;
}

function standardsOf(result: Result<Article, Failure>): Result<Standards, Failure> {
  if (!result.ok) return result;
  const { scaleId, requiredApprovals, revision } = result.value;
  return ok({ scaleId, requiredApprovals, revision });
}
