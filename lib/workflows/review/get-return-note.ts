import { z } from "zod";
import type { PersonName } from "@/lib/claims/claim";
import { findClaim } from "@/lib/db/claims";
import { listReviews } from "@/lib/db/reviews";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { claimTarget } from "@/lib/policies/claim-target";
import { ok, type Result } from "@/lib/result";
import { openReturn } from "@/lib/review/open-return";
import { asResult, notFound, parseInput } from "@/lib/workflows/refusals";

/** The return of a claim: who asked for what, and when. */
export interface ReturnNote {
  actor: PersonName;
  note: string | null;
  /** ISO 8601 instant. */
  at: string;
}

const inputSchema = z.object({ claimId: z.string() });

/** Why a claim was returned, until it is submitted again; null if it was not. Guests see it in their article, as they see the claim. */
export async function getReturnNote(
  actor: Actor,
  input: z.input<typeof inputSchema>,
): Promise<Result<ReturnNote | null, Failure>> {
  const parsed = parseInput(inputSchema, input);
  if (!parsed.ok) return parsed;
  const claim = await findClaim(parsed.value.claimId);
  if (!claim || claim.deleted) return notFound("claim");
  const allowed = asResult(can(actor, "read-return", "claim", claimTarget(claim)));
  if (!allowed.ok) return allowed;
  if (claim.state !== "draft") return ok(null);
  const returned = openReturn(await listReviews(claim.id));
  return ok(returned && { actor: returned.actor, note: returned.note, at: returned.at });
}
