import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { env } from "@/lib/env";

const NONCE = 12;
const TAG = 16;

/** A key for one purpose, derived from the installation's secret (HKDF, RFC 5869). */
function keyFor(purpose: string): Buffer {
  const secret = env().nextAuthSecret;
  if (!secret) throw new Error("NEXTAUTH_SECRET is not set: nothing can be sealed");
  return Buffer.from(hkdfSync("sha256", secret, "", `obelus ${purpose}`, 32));
}

/**
 * Encrypts a secret for storage, with AES-256-GCM.
 * @param owner bound to the ciphertext, so that rows cannot be swapped
 */
export function seal(purpose: string, owner: string, plain: string): string {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", keyFor(purpose), nonce).setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url");
}

/** @throws Error if it was sealed for another purpose, owner or installation, or was changed */
export function unseal(purpose: string, owner: string, sealed: string): string {
  const bytes = Buffer.from(sealed, "base64url");
  const decipher = createDecipheriv("aes-256-gcm", keyFor(purpose), bytes.subarray(0, NONCE), {
    authTagLength: TAG,
  })
    .setAAD(Buffer.from(owner))
    .setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
  return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString("utf8");
}

/** A hash that cannot be computed without the installation's secret, for codes short enough to be guessed. */
export function keyedHash(purpose: string, text: string): string {
  return createHmac("sha256", keyFor(purpose)).update(text).digest("hex");
}
