import { z } from "zod";
import { makeRecoveryCode } from "@/lib/credentials/make-password";
import { addressOfSecret, makeSecret, stepOfCode } from "@/lib/credentials/one-time-codes";
import { keyedHash, seal, unseal } from "@/lib/credentials/seal";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { clearEvents } from "@/lib/db/rate-limits";
import {
  confirmSecondFactor as confirmRow,
  consumeCodeStep,
  consumeRecoveryCode,
  countRecoveryCodes,
  deleteSecondFactor,
  findSecondFactor,
  replaceRecoveryCodes,
  saveUnconfirmedSecret,
} from "@/lib/db/second-factors";
import { completeSession } from "@/lib/db/sessions";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { ok, type Result } from "@/lib/result";
import { invalid, parseInput } from "@/lib/workflows/refusals";
import { limitAttempts } from "./limit-attempts";
import { recordSignInEvent } from "./record-sign-in-event";
import { getSignInPolicy } from "./sign-in-policy";

const RECOVERY_CODES = 10;

export interface SecondFactorState {
  on: boolean;
  required: boolean;
  recoveryCodesLeft: number;
}

/** How it stands with the actor's second factor. */
export async function getSecondFactorState(actor: Actor): Promise<SecondFactorState> {
  const [factor, policy, recoveryCodesLeft] = await Promise.all([
    findSecondFactor(actor.id),
    getSignInPolicy(),
    countRecoveryCodes(actor.id),
  ]);
  return { on: factor?.confirmed ?? false, required: policy.secondFactorRequired, recoveryCodesLeft };
}

/** Makes a new secret for the actor's app. It counts once a code shows that the app has it. */
export async function beginSecondFactor(
  actor: Actor,
): Promise<Result<{ secret: string; address: string }, Failure>> {
  const secret = makeSecret();
  return inTransaction(async (tx) => {
    if (!(await saveUnconfirmedSecret(tx, actor.id, seal("second factor", actor.id, secret))))
      return invalid("Your second factor is set up already. Remove it first to use another device.");
    return ok({ secret, address: addressOfSecret(secret, actor.email) });
  });
}

const inputSchema = z.object({ code: z.string().max(100) });

/** As people type them: "123 456", "ABCDE fghjk". */
const tidy = (code: string) => code.replace(/[\s-]/g, "").toLowerCase();

const WRONG = "This code is not right. Codes change every 30 seconds: give the one that is shown now.";
const wrong = () => invalid(WRONG, { code: [WRONG] });

const limitCodes = (actor: Actor) => limitAttempts({ key: `second-factor:${actor.id}`, max: 10 });

/** Turns the second factor on by a first code. @returns the recovery codes, which are stored nowhere in a form that can be read */
export async function confirmSecondFactor(
  actor: Actor,
  input: z.input<typeof inputSchema>,
  { sessionId, now }: { sessionId: string; now: Date },
): Promise<Result<{ recoveryCodes: string[] }, Failure>> {
  const parsed = parseInput(inputSchema, input);
  if (!parsed.ok) return parsed;
  const allowed = await limitCodes(actor);
  if (!allowed.ok) return allowed;
  const factor = await findSecondFactor(actor.id);
  if (!factor || factor.confirmed) return invalid("There is no new second factor to confirm. Begin again.");
  const secret = unseal("second factor", actor.id, factor.secret);
  const step = stepOfCode(secret, tidy(parsed.value.code), now);
  if (step === null) return wrong();
  return inTransaction(async (tx) => {
    if (!(await confirmRow(tx, actor.id, { secret: factor.secret, step, now })))
      return invalid("There is no new second factor to confirm. Begin again.");
    if (!(await completeSession(tx, sessionId, now))) return invalid("Your session is over. Sign in again.");
    const recoveryCodes = await newRecoveryCodes(tx, actor.id);
    await note(tx, actor, "user.set-second-factor");
    return ok({ recoveryCodes });
  });
}

/** Takes the second step of signing in: a code of the app, or one of the recovery codes. */
export async function passSecondFactor(
  actor: Actor,
  input: z.input<typeof inputSchema>,
  { sessionId, now }: { sessionId: string; now: Date },
): Promise<Result<null, Failure>> {
  return withCode(actor, input, now, async (tx, by) => {
    if (!(await completeSession(tx, sessionId, now))) return invalid("Your session is over. Sign in again.");
    await note(tx, actor, "user.pass-second-factor", { by });
    return ok(null);
  });
}

/** Makes new recovery codes; the old ones are void. */
export async function renewRecoveryCodes(
  actor: Actor,
  input: z.input<typeof inputSchema>,
  now: Date,
): Promise<Result<{ recoveryCodes: string[] }, Failure>> {
  return withCode(actor, input, now, async (tx) => {
    const recoveryCodes = await newRecoveryCodes(tx, actor.id);
    await note(tx, actor, "user.renew-recovery-codes");
    return ok({ recoveryCodes });
  });
}

/** Turns the actor's second factor off; where everybody must have one, they are led to set up another. */
export async function removeSecondFactor(
  actor: Actor,
  input: z.input<typeof inputSchema>,
  now: Date,
): Promise<Result<null, Failure>> {
  return withCode(actor, input, now, async (tx) => {
    await deleteSecondFactor(tx, actor.id);
    await note(tx, actor, "user.remove-second-factor", { by: "themselves" });
    return ok(null);
  });
}

async function withCode<T>(
  actor: Actor,
  input: z.input<typeof inputSchema>,
  now: Date,
  run: (tx: Tx, by: "code" | "recovery code") => Promise<Result<T, Failure>>,
): Promise<Result<T, Failure>> {
  const parsed = parseInput(inputSchema, input);
  if (!parsed.ok) return parsed;
  const allowed = await limitCodes(actor);
  if (!allowed.ok) return allowed;
  const result = await inTransaction(async (tx) => {
    const by = await consumeCode(tx, actor.id, tidy(parsed.value.code), now);
    return by ? run(tx, by) : wrong();
  });
  if (result.ok) await clearEvents(`second-factor:${actor.id}`);
  else if (result.error.message === WRONG) await recordSignInEvent(actor.id, "user.second-factor-failed", {});
  return result;
}

/** Uses up a code. Neither a time step nor a recovery code is taken twice. */
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

async function newRecoveryCodes(tx: Tx, userId: string): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, makeRecoveryCode);
  const hashes = codes.map((code) => keyedHash("recovery code", `${userId} ${tidy(code)}`));
  await replaceRecoveryCodes(tx, userId, hashes);
  return codes;
}

function note(tx: Tx, actor: Actor, action: string, to?: object): Promise<void> {
  return appendAuditEvent(tx, {
    actorId: actor.id,
    action,
    targetType: "user",
    targetId: actor.id,
    ...(to && { to }),
  });
}
