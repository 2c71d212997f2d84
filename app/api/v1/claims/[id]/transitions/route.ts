import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/claims";
import { etagOf } from "@/lib/api/precondition";
import { presentClaim } from "@/lib/api/presenters/present-claim";
import { readClaimToEdit } from "@/lib/api/read-to-edit";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { transitionClaim } from "@/lib/workflows/review/transition-claim";

const step = endpoint(operations.transitionClaim, async (call) => {
  const before = await readClaimToEdit(call);
  if (!before.ok) return before;
  const { actor, body } = call;
  const { id: claimId, revision } = before.value;
  const after = await transitionClaim(actor, { claimId, revision, ...body });
  if (!after.ok) return after;
  return ok({ body: presentClaim(after.value), headers: { etag: etagOf(after.value) } });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(step);
