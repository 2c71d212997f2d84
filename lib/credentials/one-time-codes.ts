import { Secret, TOTP } from "otpauth";

/** Settings that every authenticator app supports (RFC 6238). */
const TOTP_OPTIONS = { algorithm: "SHA1", digits: 6, period: 30 } as const;

/** A new secret of 160 bits, in base32. */
export function makeSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** The address in a QR code for an authenticator app. */
export function addressOfSecret(secret: string, email: string): string {
  return new TOTP({
    ...TOTP_OPTIONS,
    issuer: "Obelus",
    label: email,
    secret: Secret.fromBase32(secret),
  }).toString();
}

/** The time step that a code is valid for, at most one before or after now; null if it is wrong. */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const totp = new TOTP({ ...TOTP_OPTIONS, secret: Secret.fromBase32(secret) });
  const delta = totp.validate({ token: code, timestamp: now.getTime(), window: 1 });
  return delta === null ? null : Math.floor(now.getTime() / 1000 / TOTP_OPTIONS.period) + delta;
}

/** The code that an authenticator app shows at a moment. */
export function codeAt(secret: string, now: Date): string {
  return new TOTP({ ...TOTP_OPTIONS, secret: Secret.fromBase32(secret) }).generate({
    timestamp: now.getTime(),
  });
}
