import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/reviews";
import { checkPrecondition, etagOf } from "@/lib/api/precondition";
import { presentClaim } from "@/lib/api/presenters/present-claim";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { getClaim } from "@/lib/workflows/claims/get-claim";
import { settleDispute } from "@/lib/workflows/review/settle-dispute";

const settle = endpoint(operations.settleDispute, async ({ actor, params, body, precondition }) => {
  const claimId = params.id ?? "";
  const before = await getClaim(actor, { claimId });
  if (!before.ok) return before;
  const met = checkPrecondition(precondition, before.value, presentClaim(before.value));
  if (!met.ok) return met;
  const { revision } = before.value;
  const after = await settleDispute(actor, { claimId, revision, ratingKey: body.rating, note: body.note });
  if (!after.ok) return after;
  return ok({ body: presentClaim(after.value), headers: { etag: etagOf(after.value) } });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(settle);
