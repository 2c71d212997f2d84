import { z } from "zod";
import { stepOfCode } from "@/lib/credentials/one-time-codes";
import { keyedHash, unseal } from "@/lib/credentials/seal";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { clearEvents } from "@/lib/db/rate-limits";
import { consumeCodeStep, consumeRecoveryCode, findSecondFactor } from "@/lib/db/second-factors";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import type { Result } from "@/lib/result";
import { invalid, parseInput } from "@/lib/workflows/refusals";
import { limitAttempts } from "./limit-attempts";
import { recordSignInEvent } from "./record-sign-in-event";

export const codeInput = z.object({ code: z.string().max(100) });

/** As people type them: "123 456", "ABCDE fghjk". */
export const normaliseCode = (code: string) => code.replace(/[\s-]/g, "").toLowerCase();

const WRONG_CODE = "This code is wrong. Codes change every 30 seconds: enter the one shown now.";

export const wrongCode = () => invalid(WRONG_CODE, { code: [WRONG_CODE] });

export const limitCodes = (actor: Actor) => limitAttempts({ key: `second-factor:${actor.id}`, max: 10 });

export async function withCode<T>(
  actor: Actor,
  input: z.input<typeof codeInput>,
  now: Date,
  run: (tx: Tx, by: "code" | "recovery code") => Promise<Result<T, Failure>>,
): Promise<Result<T, Failure>> {
  const parsed = parseInput(codeInput, input);
  if (!parsed.ok) return parsed;
  const allowed = await limitCodes(actor);
  if (!allowed.ok) return allowed;
  let codeWasWrong = false;
  const result = await inTransaction(async (tx) => {
    const by = await consumeCode(tx, actor.id, normaliseCode(parsed.value.code), now);
    codeWasWrong = by === null;
    return by ? run(tx, by) : wrongCode();
  });
  if (result.ok) await clearEvents(`second-factor:${actor.id}`);
  else if (codeWasWrong) await recordSignInEvent(actor.id, "user.second-factor-failed", {});
  return result;
}

/** Uses up a code: each time step and each recovery code is accepted once. */
async function consumeCode(
  tx: Tx,
  userId: string,
  code: string,
  now: Date,
): Promise<"code" | "recovery code" | null> {
  const factor = await findSecondFactor(userId, tx);
  if (!factor?.confirmed) return null;
  const step = stepOfCode(unseal("second factor", userId, factor.secret), code, now);
  if (step !== null) return (await consumeCodeStep(tx, userId, step)) ? "code" : null;
  const taken = await consumeRecoveryCode(tx, userId, keyedHash("recovery code", `${userId} ${code}`), now);
  return taken ? "recovery code" : null;
}

export function logSecondFactorChange(tx: Tx, actor: Actor, action: string, to?: object): Promise<void> {
  return appendAuditEvent(tx, {
    actorId: actor.id,
    action,
    targetType: "user",
    targetId: actor.id,
    ...(to && { to }),
  });
}
