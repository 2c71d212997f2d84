import { clientOf, type Tx } from "./transaction";

export interface SecondFactor {
  /** Encrypted, see lib/credentials/seal.ts. */
  secret: string;
  confirmed: boolean;
}

export async function findSecondFactor(userId: string, tx?: Tx): Promise<SecondFactor | null> {
  const row = await clientOf(tx).secondFactor.findUnique({ where: { userId } });
  return row && { secret: row.secret, confirmed: row.confirmedAt !== null };
}

/** Stores an unconfirmed secret. @returns false if there is a confirmed one */
export async function saveUnconfirmedSecret(tx: Tx, userId: string, secret: string): Promise<boolean> {
  const client = clientOf(tx);
  await client.secondFactor.createMany({ data: { userId, secret }, skipDuplicates: true });
  const { count } = await client.secondFactor.updateMany({
    where: { userId, confirmedAt: null },
    data: { secret },
  });
  return count === 1;
}

/** Confirms a secret by the time step of its first code. @returns false if it is not awaiting confirmation */
export async function confirmSecondFactor(
  tx: Tx,
  userId: string,
  { secret, step, now }: { secret: string; step: number; now: Date },
): Promise<boolean> {
  const { count } = await clientOf(tx).secondFactor.updateMany({
    where: { userId, secret, confirmedAt: null },
    data: { confirmedAt: now, lastStep: step },
  });
  return count === 1;
}

/** Uses up a time step. @returns false if it or a later one was already used */
export async function consumeCodeStep(tx: Tx, userId: string, step: number): Promise<boolean> {
  const { count } = await clientOf(tx).secondFactor.updateMany({
    where: { userId, confirmedAt: { not: null }, lastStep: { lt: step } },
    data: { lastStep: step },
  });
  return count === 1;
}

/** Deletes the secret and the recovery codes. @returns whether there was a confirmed secret */
export async function deleteSecondFactor(tx: Tx, userId: string): Promise<boolean> {
  const client = clientOf(tx);
  await client.recoveryCode.deleteMany({ where: { userId } });
  const removed = await client.secondFactor.deleteMany({ where: { userId, confirmedAt: { not: null } } });
  await client.secondFactor.deleteMany({ where: { userId } });
  return removed.count === 1;
}

export async function replaceRecoveryCodes(tx: Tx, userId: string, hashes: string[]): Promise<void> {
  const client = clientOf(tx);
  await client.recoveryCode.deleteMany({ where: { userId } });
  await client.recoveryCode.createMany({ data: hashes.map((codeHash) => ({ userId, codeHash })) });
}

/** Uses up a recovery code. @returns false if it does not exist or was already used */
export async function consumeRecoveryCode(
  tx: Tx,
  userId: string,
  codeHash: string,
  now: Date,
): Promise<boolean> {
  const { count } = await clientOf(tx).recoveryCode.updateMany({
    where: { userId, codeHash, usedAt: null },
    data: { usedAt: now },
  });
  return count === 1;
}

export async function countRecoveryCodes(userId: string): Promise<number> {
  return clientOf().recoveryCode.count({ where: { userId, usedAt: null } });
}

/** Ids of the people with a confirmed second factor. */
export async function listUsersWithSecondFactor(): Promise<string[]> {
  const rows = await clientOf().secondFactor.findMany({
    where: { confirmedAt: { not: null } },
    select: { userId: true },
  });
  return rows.map(({ userId }) => userId);
}
