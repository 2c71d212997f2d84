"use server";

import { asActor } from "@/lib/auth/as-actor";
import type { Claimant } from "@/lib/claimants/claimant";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import { mergeClaimants, unmergeClaimant } from "@/lib/workflows/claimants/merge-claimants";
import { type UpdateClaimantInput, updateClaimant } from "@/lib/workflows/claimants/update-claimant";

export async function saveClaimant(input: UpdateClaimantInput): Promise<Result<Claimant, Failure>> {
  return asActor((actor) => updateClaimant(actor, input));
}

export async function mergeInto(input: { keepId: string; dropId: string }): Promise<Result<null, Failure>> {
  return asActor((actor) => mergeClaimants(actor, input));
}

export async function undoMerge(input: { id: string }): Promise<Result<null, Failure>> {
  return asActor((actor) => unmergeClaimant(actor, input));
}
