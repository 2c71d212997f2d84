import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/claim-changes";
import { etagOf } from "@/lib/api/precondition";
import { presentClaim } from "@/lib/api/presenters/present-claim";
import { readClaimToEdit } from "@/lib/api/read-to-edit";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { getClaim } from "@/lib/workflows/claims/get-claim";
import { mergeClaims } from "@/lib/workflows/claims/merge-claims";

const merge = endpoint(operations.mergeClaims, async (call) => {
  const before = await readClaimToEdit(call);
  if (!before.ok) return before;
  const { actor, body } = call;
  const other = await getClaim(actor, { claimId: body.claimId });
  if (!other.ok) return other;
  const merged = await mergeClaims(actor, {
    claimId: before.value.id,
    revision: before.value.revision,
    otherId: body.claimId,
    otherRevision: body.revision ?? other.value.revision,
  });
  if (!merged.ok) return merged;
  return ok({ body: presentClaim(merged.value), headers: { etag: etagOf(merged.value) } });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(merge);
