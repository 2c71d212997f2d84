import type { z } from "zod";
import { makeRecoveryCode } from "@/lib/credentials/make-password";
import { keyedHash } from "@/lib/credentials/seal";
import { replaceRecoveryCodes } from "@/lib/db/second-factors";
import type { Tx } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { ok, type Result } from "@/lib/result";
import { type codeInput, logSecondFactorChange, normaliseCode, withCode } from "./with-code";

const RECOVERY_CODES = 10;

/** Replaces the recovery codes. */
export async function renewRecoveryCodes(
  actor: Actor,
  input: z.input<typeof codeInput>,
  now: Date,
): Promise<Result<{ recoveryCodes: string[] }, Failure>> {
  return withCode(actor, input, now, async (tx) => {
    const recoveryCodes = await newRecoveryCodes(tx, actor.id);
    await logSecondFactorChange(tx, actor, "user.renew-recovery-codes");
    return ok({ recoveryCodes });
  });
}

export async function newRecoveryCodes(tx: Tx, userId: string): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, makeRecoveryCode);
  const hashes = codes.map((code) => keyedHash("recovery code", `${userId} ${normaliseCode(code)}`));
  await replaceRecoveryCodes(tx, userId, hashes);
  return codes;
}
