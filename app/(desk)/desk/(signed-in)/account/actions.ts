"use server";

import { actorForAction, findSession } from "@/lib/auth/find-actor";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import { unlinkIdentity } from "@/lib/workflows/people/admit-external";
import { removeSecondFactor, renewRecoveryCodes } from "@/lib/workflows/people/second-factor";
import { revokeOtherSessions, revokeSession } from "@/lib/workflows/people/sessions";

export async function renewRecoveryCodesAction(input: {
  code: string;
}): Promise<Result<{ recoveryCodes: string[] }, Failure>> {
  const actor = await actorForAction();
  return actor.ok ? renewRecoveryCodes(actor.value, input, new Date()) : actor;
}

export async function removeSecondFactorAction(input: { code: string }): Promise<Result<null, Failure>> {
  const actor = await actorForAction();
  return actor.ok ? removeSecondFactor(actor.value, input, new Date()) : actor;
}

export async function revokeSessionAction(input: { sessionId: string }): Promise<Result<null, Failure>> {
  const actor = await actorForAction();
  return actor.ok ? revokeSession(actor.value, input, new Date()) : actor;
}

export async function revokeOtherSessionsAction(): Promise<Result<{ count: number }, Failure>> {
  const [actor, session] = await Promise.all([actorForAction(), findSession()]);
  if (!actor.ok) return actor;
  return revokeOtherSessions(actor.value, session?.id ?? "", new Date());
}

export async function unlinkIdentityAction(input: { identityId: string }): Promise<Result<null, Failure>> {
  const actor = await actorForAction();
  return actor.ok ? unlinkIdentity(actor.value, input) : actor;
}
