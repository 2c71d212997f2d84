import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/claim-changes";
import { etagOf } from "@/lib/api/precondition";
import { presentClaim } from "@/lib/api/presenters/present-claim";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { undeleteClaim } from "@/lib/workflows/claims/delete-claim";

const restore = endpoint(operations.restoreClaim, async ({ actor, params }) => {
  const restored = await undeleteClaim(actor, { claimId: params.id ?? "" });
  if (!restored.ok) return restored;
  return ok({ body: presentClaim(restored.value), headers: { etag: etagOf(restored.value) } });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(restore);
