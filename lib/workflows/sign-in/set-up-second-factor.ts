import type { z } from "zod";
import { addressOfSecret, makeSecret, stepOfCode } from "@/lib/credentials/one-time-codes";
import { seal, unseal } from "@/lib/credentials/seal";
import {
  confirmSecondFactor as confirmRow,
  findSecondFactor,
  saveUnconfirmedSecret,
} from "@/lib/db/second-factors";
import { completeSession } from "@/lib/db/sessions";
import { inTransaction } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { ok, type Result } from "@/lib/result";
import { invalid, parseInput } from "@/lib/workflows/refusals";
import { newRecoveryCodes } from "./renew-recovery-codes";
import { codeInput, limitCodes, logSecondFactorChange, normaliseCode, wrongCode } from "./with-code";

/** Creates a secret for the actor's authenticator app. It takes effect once a code confirms it. */
export async function beginSecondFactor(
  actor: Actor,
): Promise<Result<{ secret: string; address: string }, Failure>> {
  const secret = makeSecret();
  return inTransaction(async (tx) => {
    if (!(await saveUnconfirmedSecret(tx, actor.id, seal("second factor", actor.id, secret))))
      return invalid("Your second factor is already set up. Remove it first to use another device.");
    return ok({ secret, address: addressOfSecret(secret, actor.email) });
  });
}

/** Turns the second factor on with a first code. @returns the recovery codes; only their hashes are stored */
export async function confirmSecondFactor(
  actor: Actor,
  input: z.input<typeof codeInput>,
  { sessionId, now }: { sessionId: string; now: Date },
): Promise<Result<{ recoveryCodes: string[] }, Failure>> {
  const parsed = parseInput(codeInput, input);
  if (!parsed.ok) return parsed;
  const allowed = await limitCodes(actor);
  if (!allowed.ok) return allowed;
  const factor = await findSecondFactor(actor.id);
  if (!factor || factor.confirmed) return invalid("There is no new second factor to confirm. Start again.");
  const secret = unseal("second factor", actor.id, factor.secret);
  const step = stepOfCode(secret, normaliseCode(parsed.value.code), now);
  if (step === null) return wrongCode();
  return inTransaction(async (tx) => {
    if (!(await confirmRow(tx, actor.id, { secret: factor.secret, step, now })))
      return invalid("There is no new second factor to confirm. Start again.");
    if (!(await completeSession(tx, sessionId, now)))
      return invalid("Your session has ended. Sign in again.");
    const recoveryCodes = await newRecoveryCodes(tx, actor.id);
    await logSecondFactorChange(tx, actor, "user.set-second-factor");
    return ok({ recoveryCodes });
  });
}
