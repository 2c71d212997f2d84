import { createHmac, timingSafeEqual } from "node:crypto";

/** Milliseconds that a person needs at least to fill in a form. */
export const MIN_FORM_MS = 3_000;
/** Milliseconds after which a form must be loaded again. */
export const MAX_FORM_MS = 24 * 60 * 60 * 1000;

/** What a form says about itself. */
export type ReadStamp =
  | { kind: "valid" /** The same each time that the form is sent. */; key: string }
  /** Only programs are so fast. */
  | { kind: "early" }
  | { kind: "expired" };

/**
 * The hidden field of a form without a session: when it was made, signed, so that nobody can make one in advance or long before.
 * @param options.key random, one for each form
 * @param options.now milliseconds since 1970
 */
export function makeStamp({ key, now, secret }: { key: string; now: number; secret: string }): string {
  const body = `${now.toString(36)}.${key}`;
  return `${body}.${signatureOf(body, secret)}`;
}

/** Reads the hidden field of a form that was sent. @param stamp from outside */
export function readStamp(stamp: string, { now, secret }: { now: number; secret: string }): ReadStamp {
  const [time = "", key = "", signature = "", rest] = stamp.slice(0, 200).split(".");
  const expected = Buffer.from(signatureOf(`${time}.${key}`, secret));
  const received = Buffer.from(signature);
  const isSigned = expected.length === received.length && timingSafeEqual(expected, received);
  const age = now - Number.parseInt(time, 36);
  if (!isSigned || rest !== undefined || key === "" || !(age <= MAX_FORM_MS)) return { kind: "expired" };
  return age < MIN_FORM_MS ? { kind: "early" } : { kind: "valid", key };
}

function signatureOf(body: string, secret: string): string {
  return createHmac("sha256", secret).update(`contact-form:${body}`).digest("base64url");
}
