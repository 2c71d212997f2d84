import { claimContentOf } from "@/lib/api/claim-content-of";
import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/claims";
import { etagOf } from "@/lib/api/precondition";
import { presentClaim } from "@/lib/api/presenters/present-claim";
import { readClaimToEdit } from "@/lib/api/read-to-edit";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { deleteClaim } from "@/lib/workflows/claims/delete-claim";
import { getClaim } from "@/lib/workflows/claims/get-claim";
import { updateClaim } from "@/lib/workflows/claims/update-claim";

const get = endpoint(operations.getClaim, async ({ actor, params }) => {
  const claim = await getClaim(actor, { claimId: params.id ?? "" });
  if (!claim.ok) return claim;
  return ok({ body: presentClaim(claim.value), headers: { etag: etagOf(claim.value) } });
});

const update = endpoint(operations.updateClaim, async (call) => {
  const before = await readClaimToEdit(call);
  if (!before.ok) return before;
  const { actor, body } = call;
  const { id: claimId, revision, statement, kind } = before.value;
  const content = { statement, kind, ...claimContentOf(body, before.value) };
  const after = await updateClaim(actor, { claimId, revision, ...content }, { keepsDraft: true });
  if (!after.ok) return after;
  return ok({ body: presentClaim(after.value), headers: { etag: etagOf(after.value) } });
});

const remove = endpoint(operations.deleteClaim, async (call) => {
  const before = await readClaimToEdit(call);
  if (!before.ok) return before;
  const { id: claimId, revision } = before.value;
  const deleted = await deleteClaim(call.actor, { claimId, revision });
  return deleted.ok ? ok({ body: undefined }) : deleted;
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(get, update, remove);
