import { createHmac, timingSafeEqual } from "node:crypto";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { listPreferences, savePreference } from "@/lib/db/notifications";
import { inTransaction } from "@/lib/db/transaction";
import { findUser } from "@/lib/db/users";
import { env } from "@/lib/env";
import type { Failure } from "@/lib/failure";
import { ok, type Result } from "@/lib/result";
import { invalid } from "@/lib/workflows/refusals";

/** What a link in a mail holds, so that whoever has the mail can turn mail off, and nothing else. */
export function unsubscribeToken(personId: string): string {
  return `${personId}.${signatureOf(personId)}`;
}

function signatureOf(personId: string): string {
  const secret = env().nextAuthSecret;
  if (!secret) throw new Error("NEXTAUTH_SECRET is not set: links cannot be signed");
  // "mail-off" is the former name of the address. It stays here, so that the links of earlier mails are still valid.
  return createHmac("sha256", secret).update(`mail-off:${personId}`).digest("base64url");
}

/** Whose link it is; null for one that was not made here. */
function personOf(token: string): string | null {
  const [personId = "", signature = ""] = token.split(".");
  const expected = Buffer.from(signatureOf(personId));
  const given = Buffer.from(signature);
  return expected.length === given.length && timingSafeEqual(expected, given) ? personId : null;
}

const WRONG =
  "This link is not whole. Copy it out of the mail again, or sign in and choose under “Notifications” what you are told.";

/** Whose mail a link turns off, and whether it is off. */
export async function findUnsubscribe(
  token: string,
): Promise<Result<{ email: string; mail: boolean }, Failure>> {
  const personId = personOf(token);
  const person = personId && (await findUser(personId));
  if (!person) return invalid(WRONG);
  const preference = (await listPreferences([person.id])).get(person.id);
  return ok({ email: person.email, mail: preference?.mail ?? true });
}

/** Turns the mail of a link's person off. They need not be signed in: the link is their word. */
export async function unsubscribe(token: string): Promise<Result<null, Failure>> {
  const personId = personOf(token);
  if (!personId) return invalid(WRONG);
  return inTransaction(async (tx) => {
    const person = await findUser(personId, tx);
    if (!person) return invalid(WRONG);
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
