"use server";

import { asActor } from "@/lib/auth/as-actor";
import type { Plan } from "@/lib/board/plan";
import type { Claim } from "@/lib/claims/claim";
import type { Failure } from "@/lib/failure";
import { ok, type Result } from "@/lib/result";
import * as planning from "@/lib/workflows/articles/assign-article";
import * as assigning from "@/lib/workflows/claims/assign-claims";
import * as batches from "@/lib/workflows/claims/batch-claims";

export async function assignArticle(
  input: planning.AssignArticleInput,
): Promise<Result<Plan & { revision: number }, Failure>> {
  return asActor(async (actor) => {
    const result = await planning.assignArticle(actor, input);
    if (!result.ok) return result;
    const { lead, dueAt, priority, revision } = result.value;
    return ok({ lead, dueAt, priority, revision });
  });
}

export async function assignClaims(
  input: assigning.AssignClaimsInput,
): Promise<Result<{ claims: Claim[]; left: assigning.SkippedClaim[] }, Failure>> {
  return asActor((actor) => assigning.assignClaims(actor, input));
}

export async function batchClaims(
  input: batches.BatchClaimsInput,
): Promise<Result<{ claims: Claim[]; left: assigning.SkippedClaim[] }, Failure>> {
  return asActor((actor) => batches.batchClaims(actor, input));
}
