import { findClaimant } from "@/lib/db/claimants";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { asResult, notFound } from "@/lib/workflows/refusals";
import { type HistoryFilterInput, type TimelineEvent, timelinePage } from "./timeline";

/** The events of a claimant, newest first. */
export async function listClaimantHistory(
  actor: Actor,
  input: Pick<HistoryFilterInput, "page"> & { claimantId: string },
): Promise<Result<{ events: TimelineEvent[]; total: number; newest: string; page: number }, Failure>> {
  const allowed = asResult(can(actor, "read", "claimant"));
  if (!allowed.ok) return allowed;
  const claimant = await findClaimant(undefined, input.claimantId);
  if (!claimant) return notFound("claimant");
  return ok(await timelinePage(actor, { target: { type: "claimant", id: claimant.id } }, input));
}
