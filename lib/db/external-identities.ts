import type { SignInMethod } from "./generated/client";
import { isUuid } from "./is-uuid";
import { clientOf, type Tx } from "./transaction";

/** A person's account at a provider. */
export interface ExternalIdentity {
  id: string;
  userId: string;
  method: SignInMethod;
  issuer: string;
  subject: string;
  email: string | null;
  /** ISO 8601 instant. */
  lastUsedAt: string;
}

const dated = <Row extends { lastUsedAt: Date }>(row: Row) => ({
  ...row,
  lastUsedAt: row.lastUsedAt.toISOString(),
});

const shown = {
  id: true,
  userId: true,
  method: true,
  issuer: true,
  subject: true,
  email: true,
  lastUsedAt: true,
} as const;

export async function findIdentity(
  issuer: string,
  subject: string,
  tx?: Tx,
): Promise<ExternalIdentity | null> {
  const row = await clientOf(tx).externalIdentity.findUnique({
    where: { issuer_subject: { issuer, subject } },
    select: shown,
  });
  return row && dated(row);
}

/** Links a person to a provider account. @returns false if either is already linked to another */
export async function insertIdentity(
  tx: Tx,
  identity: {
    userId: string;
    method: SignInMethod;
    issuer: string;
    subject: string;
    email: string | null;
  },
): Promise<boolean> {
  const { count } = await clientOf(tx).externalIdentity.createMany({
    data: [identity],
    skipDuplicates: true,
  });
  return count === 1;
}

export async function recordIdentityUse(
  tx: Tx,
  id: string,
  { email, now }: { email: string | null; now: Date },
): Promise<void> {
  await clientOf(tx).externalIdentity.update({ where: { id }, data: { email, lastUsedAt: now } });
}

export async function listIdentities(userId: string): Promise<ExternalIdentity[]> {
  const rows = await clientOf().externalIdentity.findMany({
    where: { userId },
    orderBy: { createdAt: "asc" },
    select: shown,
  });
  return rows.map(dated);
}

/** @returns the method of the deleted link; null if there was none */
export async function deleteIdentity(tx: Tx, userId: string, id: string): Promise<SignInMethod | null> {
  if (!isUuid(id)) return null;
  const client = clientOf(tx);
  const row = await client.externalIdentity.findFirst({ where: { id, userId }, select: { method: true } });
  if (!row) return null;
  await client.externalIdentity.delete({ where: { id } });
  return row.method;
}
