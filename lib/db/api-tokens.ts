import { API_SCOPES, type ApiScope } from "@/lib/policies/api-scope";
import type { ApiToken as ApiTokenRow } from "./generated/client";
import { isUuid } from "./is-uuid";
import { clientOf, type Tx } from "./transaction";
import { toUser, type User } from "./users";

/** A token with which a program acts as its owner. */
export interface ApiToken {
  id: string;
  name: string;
  /** Its first characters, to tell tokens apart. */
  prefix: string;
  scopes: readonly ApiScope[];
  ownerId: string;
  /** ISO 8601 instants. */
  createdAt: string;
  /** Exact to a minute. */
  lastUsedAt: string | null;
  /** Null for a token that does not expire. */
  expiresAt: string | null;
  state: "valid" | "expired" | "revoked";
}

function toToken(row: ApiTokenRow): ApiToken {
  return {
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    scopes: API_SCOPES.filter((scope) => row.scopes.includes(scope)),
    ownerId: row.ownerId,
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    expiresAt: row.expiresAt?.toISOString() ?? null,
    state: row.revokedAt
      ? "revoked"
      : row.expiresAt && row.expiresAt.getTime() <= Date.now()
        ? "expired"
        : "valid",
  };
}

export async function insertToken(
  tx: Tx,
  token: {
    name: string;
    tokenHash: string;
    prefix: string;
    scopes: readonly ApiScope[];
    ownerId: string;
    expiresAt: Date | null;
  },
): Promise<ApiToken> {
  return toToken(await clientOf(tx).apiToken.create({ data: { ...token, scopes: [...token.scopes] } }));
}

export async function findToken(id: string, tx?: Tx): Promise<ApiToken | null> {
  if (!isUuid(id)) return null;
  const row = await clientOf(tx).apiToken.findUnique({ where: { id } });
  return row && toToken(row);
}

/** A token with the person it acts as. */
export async function findTokenByHash(tokenHash: string): Promise<{ token: ApiToken; owner: User } | null> {
  const row = await clientOf().apiToken.findUnique({ where: { tokenHash }, include: { owner: true } });
  return row && { token: toToken(row), owner: toUser(row.owner) };
}

/** Tokens that are not revoked, newest first: of one person, or of everyone. */
export async function listTokens(ownerId?: string): Promise<(ApiToken & { ownerEmail: string })[]> {
  const rows = await clientOf().apiToken.findMany({
    where: { revokedAt: null, ...(ownerId && { ownerId }) },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    include: { owner: { select: { email: true } } },
  });
  return rows.map((row) => ({ ...toToken(row), ownerEmail: row.owner.email }));
}

/** @returns false if it was already revoked */
export async function revokeTokenRow(tx: Tx, id: string): Promise<boolean> {
  const { count } = await clientOf(tx).apiToken.updateMany({
    where: { id, revokedAt: null },
    data: { revokedAt: new Date() },
  });
  return count === 1;
}

/** Records that a token was used, at most once a minute. */
export async function recordTokenUse(id: string): Promise<void> {
  await clientOf().apiToken.updateMany({
    where: { id, OR: [{ lastUsedAt: null }, { lastUsedAt: { lt: new Date(Date.now() - 60_000) } }] },
    data: { lastUsedAt: new Date() },
  });
}
