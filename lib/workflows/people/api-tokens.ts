import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";
import {
  type ApiToken,
  findToken,
  findTokenByHash,
  insertToken,
  listTokens as listTokenRows,
  recordTokenUse,
  revokeTokenRow,
} from "@/lib/db/api-tokens";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { inTransaction } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import { required } from "@/lib/input-fields";
import { type Actor, isGuest } from "@/lib/policies/actor";
import { API_SCOPES, type ApiScope, SCOPE_SETS } from "@/lib/policies/api-scope";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { asResult, notFound, parseInput } from "@/lib/workflows/refusals";

/** Prefix of every token, so that leaked tokens are recognised. */
const TOKEN_PREFIX = "obelus_";

const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");

const createInput = z.object({
  name: required("The name", 100, "Enter a name: what uses this token?"),
  scopes: z
    .array(z.enum(API_SCOPES, "Choose what the token can do."))
    .min(1, "Choose what the token can do.")
    .max(50, "Choose what the token can do.")
    .default([...SCOPE_SETS.read])
    .transform((chosen) => API_SCOPES.filter((scope) => chosen.includes(scope))),
  expiresInDays: z
    .int("Enter a whole number of days.")
    .min(1, "A token lasts at least one day.")
    .max(3650, "A token lasts at most ten years.")
    .nullish()
    .transform((value) => value ?? null),
});

export type CreateTokenInput = z.input<typeof createInput>;

/** Creates a token with which a program acts as the actor. @returns the token; only its hash is stored */
export async function createToken(
  actor: Actor,
  input: CreateTokenInput,
): Promise<Result<{ token: string; record: ApiToken }, Failure>> {
  const allowed = asResult(can(actor, "create", "token", { ownerId: actor.id }));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(createInput, input);
  if (!parsed.ok) return parsed;
  const { name, scopes, expiresInDays } = parsed.value;
  const token = TOKEN_PREFIX + randomBytes(32).toString("base64url");
  return inTransaction(async (tx) => {
    const record = await insertToken(tx, {
      name,
      scopes,
      tokenHash: hashOf(token),
      prefix: token.slice(0, TOKEN_PREFIX.length + 6),
      ownerId: actor.id,
      expiresAt: expiresInDays === null ? null : new Date(Date.now() + expiresInDays * 24 * 60 * 60 * 1000),
    });
    const { id, prefix, expiresAt } = record;
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: "api-token.create",
      targetType: "api-token",
      targetId: id,
      to: { name, scopes, prefix, expiresAt },
    });
    return ok({ token, record });
  });
}

/** The actor's own tokens, without revoked ones. */
export async function listTokens(actor: Actor): Promise<Result<ApiToken[], Failure>> {
  const allowed = asResult(can(actor, "list", "token", { ownerId: actor.id }));
  return allowed.ok ? ok(await listTokenRows(actor.id)) : allowed;
}

const revokeInput = z.object({ tokenId: z.string() });

/** Revokes a token immediately. */
export async function revokeToken(
  actor: Actor,
  input: z.input<typeof revokeInput>,
): Promise<Result<null, Failure>> {
  const parsed = parseInput(revokeInput, input);
  if (!parsed.ok) return parsed;
  return inTransaction(async (tx) => {
    const token = await findToken(parsed.value.tokenId, tx);
    // Other people's tokens are reported as missing, so as not to reveal them.
    if (!token || !can(actor, "revoke", "token", token).allowed) return notFound("token");
    if (await revokeTokenRow(tx, token.id))
      await appendAuditEvent(tx, {
        actorId: actor.id,
        action: "api-token.revoke",
        targetType: "api-token",
        targetId: token.id,
        from: { name: token.name, scopes: token.scopes, prefix: token.prefix },
      });
    return ok(null);
  });
}

/** The person that a token acts as; null for every invalid token, whatever the reason. */
export async function findTokenActor(
  token: string,
): Promise<{ actor: Actor; tokenId: string; scopes: readonly ApiScope[] } | null> {
  const found = await findTokenByHash(hashOf(token));
  if (found?.token.state !== "valid" || found.owner.disabled || isGuest(found.owner)) return null;
  await recordTokenUse(found.token.id);
  const { id, name, email, role } = found.owner;
  return { actor: { id, name, email, role }, tokenId: found.token.id, scopes: found.token.scopes };
}
