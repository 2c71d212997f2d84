import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/claimants";
import { checkPrecondition } from "@/lib/api/precondition";
import { answerClaimant, presentClaimant } from "@/lib/api/presenters/present-claimant";
import { resource } from "@/lib/api/resource";
import { getClaimant } from "@/lib/workflows/claimants/get-claimant";
import { updateClaimant } from "@/lib/workflows/claimants/update-claimant";

const get = endpoint(operations.getClaimant, ({ actor, params }) => answerClaimant(actor, params.id ?? ""));

const update = endpoint(operations.updateClaimant, async ({ actor, params, body, precondition }) => {
  const before = await getClaimant(actor, { id: params.id ?? "" });
  if (!before.ok) return before;
  const { claimant } = before.value;
  const met = checkPrecondition(precondition, claimant, presentClaimant(before.value));
  if (!met.ok) return met;
  const changed = Object.entries(body).filter(([, value]) => value !== undefined);
  const after = await updateClaimant(actor, { ...claimant, ...Object.fromEntries(changed) });
  return after.ok ? answerClaimant(actor, claimant.id) : after;
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(get, update);
