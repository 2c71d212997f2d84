import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/work";
import { checkPrecondition, etagOf } from "@/lib/api/precondition";
import { presentClaim } from "@/lib/api/presenters/present-claim";
import { resource } from "@/lib/api/resource";
import type { Claim } from "@/lib/claims/claim";
import { err, ok } from "@/lib/result";
import { assignClaim } from "@/lib/workflows/claims/assign-claim";
import { getClaim } from "@/lib/workflows/claims/get-claim";

const assign = endpoint(operations.assignClaim, async ({ actor, params, body, precondition }) => {
  const claimId = params.id ?? "";
  const before = await getClaim(actor, { claimId });
  if (!before.ok) return before;
  const met = checkPrecondition(precondition, before.value, presentClaim(before.value));
  if (!met.ok) return met;
  const { assignee, insteadOf = before.value.assignee?.id ?? null } = body;
  const after = await assignClaim(actor, { claimId, assigneeId: assignee, seenAssigneeId: insteadOf });
  if (!after.ok) {
    if (after.error.kind !== "stale") return after;
    const { message: detail, current } = after.error as { message: string; current: Claim };
    return err({ problem: "precondition-failed" as const, detail, more: { current: presentClaim(current) } });
  }
  return ok({ body: presentClaim(after.value), headers: { etag: etagOf(after.value) } });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(assign);
