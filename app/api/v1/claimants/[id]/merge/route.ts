import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/claimants";
import { checkPrecondition } from "@/lib/api/precondition";
import { answerClaimant, presentClaimant } from "@/lib/api/presenters/present-claimant";
import { resource } from "@/lib/api/resource";
import { getClaimant } from "@/lib/workflows/claimants/get-claimant";
import { mergeClaimants } from "@/lib/workflows/claimants/merge-claimants";

const merge = endpoint(operations.mergeClaimants, async ({ actor, params, body, precondition }) => {
  const keepId = params.id ?? "";
  const before = await getClaimant(actor, { id: keepId });
  if (!before.ok) return before;
  const { claimant } = before.value;
  const met = checkPrecondition(precondition, claimant, presentClaimant(before.value));
  if (!met.ok) return met;
  const merged = await mergeClaimants(actor, {
    keepId,
    dropId: body.claimantId,
    revision: claimant.revision,
  });
  return merged.ok ? answerClaimant(actor, keepId) : merged;
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(merge);
