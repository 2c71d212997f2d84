import type { z } from "zod";
import { completeSession } from "@/lib/db/sessions";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { ok, type Result } from "@/lib/result";
import { invalid } from "@/lib/workflows/refusals";
import { type codeInput, logSecondFactorChange, withCode } from "./with-code";

/** Completes the second step of signing in, with a code from the app or a recovery code. */
export async function passSecondFactor(
  actor: Actor,
  input: z.input<typeof codeInput>,
  { sessionId, now }: { sessionId: string; now: Date },
): Promise<Result<null, Failure>> {
  return withCode(actor, input, now, async (tx, by) => {
    if (!(await completeSession(tx, sessionId, now)))
      return invalid("Your session has ended. Sign in again.");
    await logSecondFactorChange(tx, actor, "user.pass-second-factor", { by });
    return ok(null);
  });
}
