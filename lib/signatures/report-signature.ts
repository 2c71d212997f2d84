import { createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { z } from "zod";
import { signedText } from "@/lib/reports/publications/signed-text";

/** A public key as a JWK (RFC 8037), with the time in which it signed. */
export const publicKeySchema = z.looseObject({
  kty: z.literal("OKP"),
  crv: z.literal("Ed25519"),
  x: z.string().regex(/^[\w-]{43}$/),
  kid: z.string().max(100),
  /** ISO 8601 instants; `retiredAt` is null for the current key. */
  createdAt: z.string().optional(),
  retiredAt: z.string().nullish(),
});

export type PublicKey = z.infer<typeof publicKeySchema>;

/** The set of an installation's keys, at `/.well-known/obelus-key.json`. Keys of other kinds are ignored. */
export const keySetSchema = z.object({ keys: z.array(z.unknown()).max(1000) });

export const reportSignatureSchema = z.object({
  algorithm: z.literal("Ed25519"),
  canonicalization: z.literal("RFC 8785"),
  keyId: z.string().max(100),
  /** Where the public key is. */
  keys: z.url(),
  /** How many redactions the publication has. */
  revision: z.int().min(0),
  /** base64url. */
  value: z.string().regex(/^[\w-]{86}$/),
});

/** A signature of a report as JSON. */
export type ReportSignature = z.infer<typeof reportSignatureSchema>;

const signedBytes = (report: object, of: Pick<ReportSignature, "keyId" | "revision">): Buffer =>
  Buffer.from(signedText(report, of), "utf8");

/** Signs a report. @param report as parsed from its JSON */
export function signReport(
  report: object,
  { key, ...rest }: Pick<ReportSignature, "keyId" | "keys" | "revision"> & { key: KeyObject },
): ReportSignature {
  return {
    algorithm: "Ed25519",
    canonicalization: "RFC 8785",
    ...rest,
    value: sign(null, signedBytes(report, rest), key).toString("base64url"),
  };
}

export type Verification =
  | { kind: "valid"; key: PublicKey }
  /** Someone changed the report, its revision or its signature. */
  | { kind: "changed" }
  | { kind: "unknown-key" };

/** Checks whether a report is as it was signed. @param report as parsed, with or without its signature @param keys that are trusted */
export function verifyReport(
  report: object,
  signature: ReportSignature,
  keys: readonly unknown[],
): Verification {
  const key = keys
    .map((each) => publicKeySchema.safeParse(each).data)
    .find((each) => each?.kid === signature.keyId);
  if (!key) return { kind: "unknown-key" };
  const publicKey = createPublicKey({ key: { kty: key.kty, crv: key.crv, x: key.x }, format: "jwk" });
  const isValid = verify(
    null,
    signedBytes(report, signature),
    publicKey,
    Buffer.from(signature.value, "base64url"),
  );
  return isValid ? { kind: "valid", key } : { kind: "changed" };
}
