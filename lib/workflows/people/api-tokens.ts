import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";
import {
  API_SCOPES,
  type ApiScope,
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
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { asResult, notFound, parseInput } from "@/lib/workflows/refusals";

/** Tokens begin so, that they are known where they are found by mistake. */
const MARK = "obelus_";

const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");

const createInput = z.object({
  name: required("The name", 100, "Give the token a name: what uses it?"),
  scope: z.enum(API_SCOPES, "Say whether the token may read, or write as well.").default("read"),
  expiresInDays: z
    .int("Give whole days.")
    .min(1, "A token lasts a day at least.")
    .max(3650, "A token lasts ten years at most.")
    .nullish()
    .transform((value) => value ?? null),
});

export type CreateTokenInput = z.input<typeof createInput>;

/** Makes a token by which a program acts as the actor. @returns the token, which is stored nowhere */
export async function createToken(
  actor: Actor,
  given: CreateTokenInput,
): Promise<Result<{ token: string; kept: ApiToken }, Failure>> {
  const allowed = asResult(can(actor, "create", "token", { ownerId: actor.id }));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(createInput, given);
  if (!parsed.ok) return parsed;
  const { name, scope, expiresInDays } = parsed.value;
  const token = MARK + randomBytes(32).toString("base64url");
  return inTransaction(async (tx) => {
    const kept = await insertToken(tx, {
      name,
      scope,
      tokenHash: hashOf(token),
      prefix: token.slice(0, MARK.length + 6),
      ownerId: actor.id,
      expiresAt: expiresInDays === null ? null : new Date(Date.now() + expiresInDays * 24 * 60 * 60 * 1000),
    });
    const { id, prefix, expiresAt } = kept;
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: "api-token.create",
      targetType: "api-token",
      targetId: id,
      to: { name, scope, prefix, expiresAt },
    });
    return ok({ token, kept });
  });
}

/** The actor's own tokens, but for revoked ones. */
export async function listTokens(actor: Actor): Promise<Result<ApiToken[], Failure>> {
  const allowed = asResult(can(actor, "list", "token", { ownerId: actor.id }));
  return allowed.ok ? ok(await listTokenRows(actor.id)) : allowed;
}

const revokeInput = z.object({ tokenId: z.string() });

/** Ends a token at once. */
export async function revokeToken(
  actor: Actor,
  given: z.input<typeof revokeInput>,
): Promise<Result<null, Failure>> {
  const parsed = parseInput(revokeInput, given);
  if (!parsed.ok) return parsed;
  return inTransaction(async (tx) => {
    const token = await findToken(parsed.value.tokenId, tx);
    // Whose it is stays unsaid: to others it is not there.
    if (!token || !can(actor, "revoke", "token", token).allowed) return notFound("token");
    if (await revokeTokenRow(tx, token.id))
      await appendAuditEvent(tx, {
        actorId: actor.id,
        action: "api-token.revoke",
        targetType: "api-token",
        targetId: token.id,
        from: { name: token.name, scope: token.scope, prefix: token.prefix },
      });
    return ok(null);
  });
}

/** Whom a token acts as; null for every token that is not valid, whatever the reason. */
export async function findTokenActor(
  token: string,
): Promise<{ actor: Actor; tokenId: string; scope: ApiScope } | null> {
  const found = await findTokenByHash(hashOf(token));
  if (found?.token.state !== "valid" || found.owner.disabled || isGuest(found.owner)) return null;
  await recordTokenUse(found.token.id);
  const { id, name, email, role } = found.owner;
  return { actor: { id, name, email, role }, tokenId: found.token.id, scope: found.token.scope };
}
