"use server";

import { actorForAction } from "@/lib/auth/find-actor";
import type { Failure } from "@/lib/failure";
import { ok, type Result } from "@/lib/result";
import { type CreateTokenInput, createToken, revokeToken } from "@/lib/workflows/people/api-tokens";

export async function createTokenAction(
  input: CreateTokenInput,
): Promise<Result<{ token: string }, Failure>> {
  const actor = await actorForAction();
  if (!actor.ok) return actor;
  const created = await createToken(actor.value, input);
  return created.ok ? ok({ token: created.value.token }) : created;
}

export async function revokeTokenAction(input: { tokenId: string }): Promise<Result<null, Failure>> {
  const actor = await actorForAction();
  return actor.ok ? revokeToken(actor.value, input) : actor;
}
