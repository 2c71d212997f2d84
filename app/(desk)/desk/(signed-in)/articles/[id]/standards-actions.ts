"use server";

import type { Standards } from "@/components/article-desk/state/standards";
import { asActor } from "@/lib/auth/as-actor";
import type { Article } from "@/lib/db/articles";
import type { Failure } from "@/lib/failure";
import { ok, type Result } from "@/lib/result";
import * as scales from "@/lib/workflows/articles/change-article-scale";
import * as approvals from "@/lib/workflows/review/raise-approvals";

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
