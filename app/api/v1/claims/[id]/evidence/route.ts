import { claimContentOf } from "@/lib/api/claim-content-of";
import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/claims";
import { etagOf } from "@/lib/api/precondition";
import { presentClaim } from "@/lib/api/presenters/present-claim";
import { readClaimToEdit } from "@/lib/api/read-to-edit";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { updateClaim } from "@/lib/workflows/claims/update-claim";

const add = endpoint(operations.addEvidence, async (call) => {
  const before = await readClaimToEdit(call);
  if (!before.ok) return before;
  const { actor, body } = call;
  const { id: claimId, revision, statement, kind } = before.value;
  const current = claimContentOf({}, before.value);
  const added = claimContentOf({ evidence: [body] }, null);
  const evidence = [...(current.evidence ?? []), ...(added.evidence ?? [])];
  const content = { statement, kind, ...current, evidence };
  const after = await updateClaim(actor, { claimId, revision, ...content }, { keepsDraft: true });
  if (!after.ok) return after;
  return ok({ body: presentClaim(after.value), headers: { etag: etagOf(after.value) } });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(add);
