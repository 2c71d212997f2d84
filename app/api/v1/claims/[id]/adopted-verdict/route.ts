import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/article-work/families";
import { etagOf } from "@/lib/api/precondition";
import { presentClaim } from "@/lib/api/presenters/present-claim";
import { readClaimToEdit } from "@/lib/api/read-to-edit";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { adoptVerdict } from "@/lib/workflows/watching/claim-family";

const adopt = endpoint(operations.adoptVerdict, async (call) => {
  const before = await readClaimToEdit(call);
  if (!before.ok) return before;
  const { id: claimId, revision } = before.value;
  const after = await adoptVerdict(call.actor, { claimId, revision, fromId: call.body.claimId });
  if (!after.ok) return after;
  return ok({ body: presentClaim(after.value), headers: { etag: etagOf(after.value) } });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(adopt);
