"use server";

import { asActor } from "@/lib/auth/as-actor";
import { asActorOnce } from "@/lib/auth/as-actor-once";
import type { Failure } from "@/lib/failure";
import { ok, type Result } from "@/lib/result";
import { type CreateTokenInput, createToken, revokeToken } from "@/lib/workflows/people/api-tokens";

/** `token` is null where it was shown before. */
type CreatedToken = { id: string; token: string | null };

export async function createTokenAction(
  input: CreateTokenInput,
  key: string,
): Promise<Result<CreatedToken, Failure>> {
  return asActorOnce<CreatedToken>(
    key,
    async (actor) => {
      const created = await createToken(actor, input);
      if (!created.ok) return created;
      const { token, record } = created.value;
      return ok({ id: record.id, token });
    },
    { action: "token", forRepeats: ({ id }) => ({ id, token: null }) },
  );
}

export async function revokeTokenAction(input: { tokenId: string }): Promise<Result<null, Failure>> {
  return asActor((actor) => revokeToken(actor, input));
}
