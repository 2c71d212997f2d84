import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/claimants";
import { answerClaimant } from "@/lib/api/presenters/present-claimant";
import { resource } from "@/lib/api/resource";
import { mergeClaimants } from "@/lib/workflows/claimants/merge-claimants";

const merge = endpoint(operations.mergeClaimants, async ({ actor, params, body }) => {
  const keepId = params.id ?? "";
  const merged = await mergeClaimants(actor, { keepId, dropId: body.claimantId });
  return merged.ok ? answerClaimant(actor, keepId) : merged;
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(merge);
