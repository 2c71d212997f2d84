import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/claim-changes";
import { etagOf } from "@/lib/api/precondition";
import { presentClaim } from "@/lib/api/presenters/present-claim";
import { readClaimToEdit } from "@/lib/api/read-to-edit";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { confirmAnchor } from "@/lib/workflows/claims/confirm-anchor";
import { restoreAnchor } from "@/lib/workflows/claims/restore-anchor";

const confirm = endpoint(operations.confirmPosition, async (call) => {
  const before = await readClaimToEdit(call);
  if (!before.ok) return before;
  const { id: claimId, revision, anchor } = before.value;
  const { actor, body } = call;
  const { versionId = anchor.versionId } = body;
  const range = "start" in body ? { start: body.start, end: body.end } : null;
  const after = await confirmAnchor(actor, { claimId, revision, versionId, range });
  if (!after.ok) return after;
  return ok({ body: presentClaim(after.value), headers: { etag: etagOf(after.value) } });
});

const undo = endpoint(operations.undoPosition, async (call) => {
  const before = await readClaimToEdit(call);
  if (!before.ok) return before;
  const { id: claimId, revision, anchor } = before.value;
  const after = await restoreAnchor(call.actor, { claimId, revision, versionId: anchor.versionId });
  if (!after.ok) return after;
  return ok({ body: presentClaim(after.value), headers: { etag: etagOf(after.value) } });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(confirm, undo);
