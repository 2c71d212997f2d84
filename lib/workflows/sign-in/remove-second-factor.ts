import type { z } from "zod";
import { deleteSecondFactor } from "@/lib/db/second-factors";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { ok, type Result } from "@/lib/result";
import { type codeInput, logSecondFactorChange, withCode } from "./with-code";

/** Turns the actor's second factor off; if the desk requires one, they must set up another. */
export async function removeSecondFactor(
  actor: Actor,
  input: z.input<typeof codeInput>,
  now: Date,
): Promise<Result<null, Failure>> {
  return withCode(actor, input, now, async (tx) => {
    await deleteSecondFactor(tx, actor.id);
    await logSecondFactorChange(tx, actor, "user.remove-second-factor", { by: "themselves" });
    return ok(null);
  });
}
