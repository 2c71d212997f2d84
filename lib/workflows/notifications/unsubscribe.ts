import { createHmac, timingSafeEqual } from "node:crypto";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { listPreferences, savePreference } from "@/lib/db/notifications";
import { inTransaction } from "@/lib/db/transaction";
import { findUser } from "@/lib/db/users";
import { env } from "@/lib/env";
import type { Failure } from "@/lib/failure";
import { ok, type Result } from "@/lib/result";
import { invalid } from "@/lib/workflows/refusals";

/** The token of an unsubscribe link: its holder can turn this person's mail off, and nothing else. */
export function unsubscribeToken(personId: string): string {
  return `${personId}.${signatureOf(personId)}`;
}

function signatureOf(personId: string): string {
  const secret = env().nextAuthSecret;
  if (!secret) throw new Error("NEXTAUTH_SECRET is not set: links cannot be signed");
  // "mail-off" is the former name of the address. It stays here, so that the links of earlier mails are still valid.
  return createHmac("sha256", secret).update(`mail-off:${personId}`).digest("base64url");
}

/** The person of a link; null if its signature is invalid. */
function personOf(token: string): string | null {
  const [personId = "", signature = ""] = token.split(".");
  const expected = Buffer.from(signatureOf(personId));
  const received = Buffer.from(signature);
  return expected.length === received.length && timingSafeEqual(expected, received) ? personId : null;
}

const INVALID_LINK =
  "This link is incomplete. Copy it from the mail again, or sign in and change your notification settings.";

/** The address that a link unsubscribes, and whether it still gets mail. */
export async function findUnsubscribe(
  token: string,
): Promise<Result<{ email: string; mail: boolean }, Failure>> {
  const personId = personOf(token);
  const person = personId && (await findUser(personId));
  if (!person) return invalid(INVALID_LINK);
  const preference = (await listPreferences([person.id])).get(person.id);
  return ok({ email: person.email, mail: preference?.mail ?? true });
}

/** Turns mail off for the person of a link. The link is enough: they need not be signed in. */
export async function unsubscribe(token: string): Promise<Result<null, Failure>> {
  const personId = personOf(token);
  if (!personId) return invalid(INVALID_LINK);
  return inTransaction(async (tx) => {
    const person = await findUser(personId, tx);
    if (!person) return invalid(INVALID_LINK);
    await savePreference(tx, personId, { mail: false });
    await appendAuditEvent(tx, {
      actorId: personId,
      action: "user.turn-mail-off",
      targetType: "user",
      targetId: personId,
      to: { mail: false },
    });
    return ok(null);
  });
}
