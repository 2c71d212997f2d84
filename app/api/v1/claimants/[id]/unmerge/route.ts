import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/claimants";
import { answerClaimant } from "@/lib/api/presenters/present-claimant";
import { resource } from "@/lib/api/resource";
import { unmergeClaimant } from "@/lib/workflows/claimants/merge-claimants";

const unmerge = endpoint(operations.unmergeClaimant, async ({ actor, params }) => {
  const id = params.id ?? "";
  const undone = await unmergeClaimant(actor, { id });
  return undone.ok ? answerClaimant(actor, id) : undone;
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(unmerge);
