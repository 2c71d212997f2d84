import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/claim-changes";
import { presentClaim } from "@/lib/api/presenters/present-claim";
import { readClaimToEdit } from "@/lib/api/read-to-edit";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { splitClaim } from "@/lib/workflows/claims/split-claim";

const split = endpoint(operations.splitClaim, async (call) => {
  const before = await readClaimToEdit(call);
  if (!before.ok) return before;
  const { id: claimId, revision, anchor } = before.value;
  const { actor, body, idempotencyKey } = call;
  const { at, versionId = anchor.versionId } = body;
  const parts = await splitClaim(actor, { claimId, revision, versionId, at, idempotencyKey });
  if (!parts.ok) return parts;
  const { first, second } = parts.value;
  return ok({
    body: { first: presentClaim(first), second: presentClaim(second) },
    headers: { location: `/api/v1/claims/${second.id}` },
  });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(split);
