import { clientOf, type Tx } from "./transaction";

/** A key that signs what is published. */
export interface SigningKey {
  /** The thumbprint of the public key, RFC 7638. */
  id: string;
  /** `x` of the JWK. */
  publicKey: string;
  /** Sealed, see lib/credentials/seal.ts. */
  privateKey: string;
  createdAt: Date;
  /** Null for the current key. */
  retiredAt: Date | null;
}

/** Every key, newest first. */
export function listSigningKeys(): Promise<SigningKey[]> {
  return clientOf().signingKey.findMany({ orderBy: [{ createdAt: "desc" }, { id: "asc" }] });
}

export function findCurrentSigningKey(tx?: Tx): Promise<SigningKey | null> {
  return clientOf(tx).signingKey.findFirst({ where: { retiredAt: null } });
}

/** Makes other transactions that change keys wait for this one. */
export async function lockSigningKeys(tx: Tx): Promise<void> {
  await clientOf(tx).$executeRaw`SELECT pg_advisory_xact_lock(hashtext('signing-keys'))`;
}

/** Retires the current key, if there is one, and makes another the current one. */
export async function replaceSigningKey(
  tx: Tx,
  key: Pick<SigningKey, "id" | "publicKey" | "privateKey">,
  now: Date,
): Promise<SigningKey> {
  const client = clientOf(tx);
  await client.signingKey.updateMany({ where: { retiredAt: null }, data: { retiredAt: now } });
  return client.signingKey.create({ data: { ...key, createdAt: now } });
}
