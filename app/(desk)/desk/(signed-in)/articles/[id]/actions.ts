"use server";

import type { DetailsInput } from "@/components/article-desk/state/desk-types";
import { asActor } from "@/lib/auth/as-actor";
import type { Claim } from "@/lib/claims/claim";
import type { Failure } from "@/lib/failure";
import { ok, type Result } from "@/lib/result";
import * as editing from "@/lib/workflows/articles/edit-text";
import type { NewVersion } from "@/lib/workflows/articles/new-version";
import * as details from "@/lib/workflows/articles/update-article-details";
import * as drafts from "@/lib/workflows/claims/claim-drafts";
import * as merging from "@/lib/workflows/claims/merge-claims";
import * as splitting from "@/lib/workflows/claims/split-claim";
import * as scheduling from "@/lib/workflows/publication/schedule-publication";

export async function splitClaim(
  input: splitting.SplitClaimInput,
): Promise<Result<{ first: Claim; second: Claim }, Failure>> {
  return asActor((actor) => splitting.splitClaim(actor, input));
}

export async function mergeClaims(input: merging.MergeClaimsInput): Promise<Result<Claim, Failure>> {
  return asActor((actor) => merging.mergeClaims(actor, input));
}

export async function saveDraft(input: {
  articleId: string;
  subject: string;
  body: unknown;
}): Promise<Result<{ updatedAt: string }, Failure>> {
  return asActor((actor) => drafts.saveClaimDraft(actor, input));
}

export async function discardDraft(input: {
  articleId: string;
  subject: string;
}): Promise<Result<null, Failure>> {
  return asActor((actor) => drafts.discardClaimDraft(actor, input));
}

export async function updateDetails(
  input: DetailsInput & { articleId: string; revision: number },
): Promise<Result<{ revision: number }, Failure>> {
  return asActor(async (actor) => {
    const result = await details.updateArticleDetails(actor, input);
    return result.ok ? ok({ revision: result.value.revision }) : result;
  });
}

export async function editText(input: editing.EditTextInput): Promise<Result<NewVersion, Failure>> {
  return asActor((actor) => editing.editText(actor, input));
}

export async function unschedulePublication(input: { articleId: string }): Promise<Result<null, Failure>> {
  return asActor((actor) => scheduling.unschedulePublication(actor, input));
}
