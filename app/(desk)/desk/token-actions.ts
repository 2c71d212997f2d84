"use server";

import { asActor } from "@/lib/auth/as-actor";
import type { Failure } from "@/lib/failure";
import { ok, type Result } from "@/lib/result";
import { type CreateTokenInput, createToken, revokeToken } from "@/lib/workflows/people/api-tokens";

export async function createTokenAction(
  input: CreateTokenInput,
): Promise<Result<{ token: string }, Failure>> {
  return asActor(async (actor) => {
    const created = await createToken(actor, input);
    return created.ok ? ok({ token: created.value.token }) : created;
  });
}

export async function revokeTokenAction(input: { tokenId: string }): Promise<Result<null, Failure>> {
  return asActor((actor) => revokeToken(actor, input));
}
