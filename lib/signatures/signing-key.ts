import { createHash, createPrivateKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import canonicalize from "canonicalize";
import { seal, unseal } from "@/lib/credentials/seal";
import { appendAuditEvent } from "@/lib/db/audit-events";
import {
  findCurrentSigningKey,
  listSigningKeys,
  lockSigningKeys,
  replaceSigningKey,
  type SigningKey,
} from "@/lib/db/signing-keys";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { env } from "@/lib/env";
import { ok } from "@/lib/result";
import type { PublicKey } from "./report-signature";

const PURPOSE = "signing key";

/** Whether this installation has a secret with which its key can be sealed. `npm start` makes one. */
export function canSign(): boolean {
  return env().nextAuthSecret !== undefined;
}

/** The key that signs now. It is made when it is first needed, and again if this installation's secret can't open it any more. */
export async function currentSigningKey(now: Date): Promise<{ keyId: string; key: KeyObject }> {
  const known = openKey(await findCurrentSigningKey());
  if (known) return known;
  const made = await inTransaction(async (tx) => {
    await lockSigningKeys(tx);
    return ok(openKey(await findCurrentSigningKey(tx)) ?? (await makeKey(tx, now)));
  });
  if (!made.ok) throw new Error("no signing key", { cause: made.error });
  return made.value;
}

/** Retires the current key and makes another. Files that were signed before can still be checked. @returns the new key's id */
export async function rotateSigningKey(now: Date): Promise<string> {
  const made = await inTransaction(async (tx) => {
    await lockSigningKeys(tx);
    return ok(await makeKey(tx, now));
  });
  if (!made.ok) throw new Error("no signing key", { cause: made.error });
  return made.value.keyId;
}

/** The public keys, newest first: the current one and those retired. */
export async function listPublicKeys(now: Date): Promise<PublicKey[]> {
  if (canSign()) await currentSigningKey(now);
  return (await listSigningKeys()).map(({ id, publicKey, createdAt, retiredAt }) => ({
    kty: "OKP",
    crv: "Ed25519",
    x: publicKey,
    kid: id,
    alg: "EdDSA",
    use: "sig",
    createdAt: createdAt.toISOString(),
    retiredAt: retiredAt?.toISOString() ?? null,
  }));
}

function openKey(row: SigningKey | null): { keyId: string; key: KeyObject } | null {
  if (!row) return null;
  try {
    const pem = unseal(PURPOSE, row.id, row.privateKey);
    return { keyId: row.id, key: createPrivateKey(pem) };
  } catch (cause) {
    console.warn(
      "The key that signs publications can't be opened with this NEXTAUTH_SECRET; another is made:",
      cause,
    );
    return null;
  }
}

async function makeKey(tx: Tx, now: Date): Promise<{ keyId: string; key: KeyObject }> {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const { x = "" } = publicKey.export({ format: "jwk" });
  const keyId = createHash("sha256")
    .update(canonicalize({ crv: "Ed25519", kty: "OKP", x }) ?? "")
    .digest("base64url");
  const pem = privateKey.export({ format: "pem", type: "pkcs8" }).toString();
  const before = await findCurrentSigningKey(tx);
  await replaceSigningKey(tx, { id: keyId, publicKey: x, privateKey: seal(PURPOSE, keyId, pem) }, now);
  await appendAuditEvent(tx, {
    actorId: null,
    action: "setting.change",
    targetType: "setting",
    targetId: "signingKey",
    from: before && { keyId: before.id },
    to: { keyId },
  });
  return { keyId, key: privateKey };
}
