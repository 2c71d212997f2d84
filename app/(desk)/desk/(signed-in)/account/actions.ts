"use server";

import { asActor } from "@/lib/auth/as-actor";
import { findSession } from "@/lib/auth/find-actor";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import { unlinkIdentity } from "@/lib/workflows/people/admit-external";
import { removeSecondFactor } from "@/lib/workflows/sign-in/remove-second-factor";
import { renewRecoveryCodes } from "@/lib/workflows/sign-in/renew-recovery-codes";
import { revokeOtherSessions, revokeSession } from "@/lib/workflows/sign-in/sessions";

export async function renewRecoveryCodesAction(input: {
  code: string;
}): Promise<Result<{ recoveryCodes: string[] }, Failure>> {
  return asActor((actor) => renewRecoveryCodes(actor, input, new Date()));
}

export async function removeSecondFactorAction(input: { code: string }): Promise<Result<null, Failure>> {
  return asActor((actor) => removeSecondFactor(actor, input, new Date()));
}

export async function revokeSessionAction(input: { sessionId: string }): Promise<Result<null, Failure>> {
  return asActor((actor) => revokeSession(actor, input, new Date()));
}

export async function revokeOtherSessionsAction(): Promise<Result<{ count: number }, Failure>> {
  return asActor(async (actor) => {
    const session = await findSession();
    return revokeOtherSessions(actor, session?.id ?? "", new Date());
  });
}

export async function unlinkIdentityAction(input: { identityId: string }): Promise<Result<null, Failure>> {
  return asActor((actor) => unlinkIdentity(actor, input));
}
