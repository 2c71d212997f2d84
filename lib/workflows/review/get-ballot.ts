import { z } from "zod";
import { findClaim } from "@/lib/db/claims";
import { listVotes } from "@/lib/db/votes";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { type Ballot, ballotFor } from "@/lib/review/vote";
import { asResult, notFound, parseInput } from "@/lib/workflows/refusals";

const inputSchema = z.object({ claimId: z.string() });

/** The votes on a claim that the actor can see. */
export async function getBallot(
  actor: Actor,
  input: z.input<typeof inputSchema>,
): Promise<Result<Ballot, Failure>> {
  const parsed = parseInput(inputSchema, input);
  if (!parsed.ok) return parsed;
  const claim = await findClaim(parsed.value.claimId);
  if (!claim || claim.deleted) return notFound("claim");
  const { articleId } = claim;
  const allowed = asResult(can(actor, "read", "article", { articleId }));
  if (!allowed.ok) return allowed;
  return ok(ballotFor(actor.id, claim, await listVotes(claim.id)));
}
