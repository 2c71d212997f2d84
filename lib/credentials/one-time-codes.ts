import { Secret, TOTP } from "otpauth";

/** The settings that every authenticator app knows (RFC 6238). */
const SHAPE = { algorithm: "SHA1", digits: 6, period: 30 } as const;

/** A new secret of 160 bits, in base32. */
export function makeSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** The address that a QR code holds and an authenticator app reads. */
export function addressOfSecret(secret: string, email: string): string {
  return new TOTP({ ...SHAPE, issuer: "Obelus", label: email, secret: Secret.fromBase32(secret) }).toString();
}

/** The time step for which a code is right, at most one before or after now; null when it is wrong. */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const totp = new TOTP({ ...SHAPE, secret: Secret.fromBase32(secret) });
  const delta = totp.validate({ token: code, timestamp: now.getTime(), window: 1 });
  return delta === null ? null : Math.floor(now.getTime() / 1000 / SHAPE.period) + delta;
}

/** The code of a moment, as an authenticator app shows it. */
export function codeAt(secret: string, now: Date): string {
  return new TOTP({ ...SHAPE, secret: Secret.fromBase32(secret) }).generate({ timestamp: now.getTime() });
}
