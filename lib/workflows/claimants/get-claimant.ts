import type { Claimant } from "@/lib/claimants/claimant";
import {
  type ClaimantUse,
  countClaimsOf,
  findClaimant,
  listClaimantUses,
  listMergedInto,
} from "@/lib/db/claimants";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { asResult, notFound } from "@/lib/workflows/refusals";

/** A claimant with their claims, and the claimants that were merged into them. */
export interface ClaimantDetails {
  claimant: Claimant;
  /** The newest. */
  uses: ClaimantUse[];
  /** Number of all their claims. */
  claims: number;
  merged: Claimant[];
}

/** A claimant by id; by the id of one that was merged, the one that it was merged into. */
export async function getClaimant(
  actor: Actor,
  { id }: { id: string },
): Promise<Result<ClaimantDetails, Failure>> {
  const allowed = asResult(can(actor, "read", "claimant"));
  if (!allowed.ok) return allowed;
  const claimant = await findClaimant(undefined, id);
  if (!claimant) return notFound("claimant");
  const [uses, counts, merged] = await Promise.all([
    listClaimantUses(claimant.id),
    countClaimsOf([claimant.id]),
    listMergedInto(claimant.id),
  ]);
  return ok({ claimant, uses, claims: counts.get(claimant.id) ?? 0, merged });
}
